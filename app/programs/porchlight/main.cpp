// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/composition.h"
#include "programs/porchlight/learn_keys.h"
#include "programs/porchlight/message_filter.h"
#include "programs/porchlight/self_test.h"
#include "programs/porchlight/test_page_run.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace porchlight;
using namespace Qt::StringLiterals;

namespace {

/// SIGTERM and SIGINT end the event loop, so that a print in progress is cancelled and the exit status is told.
int openStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

int main(int argc, char **argv)
{
    const int stopSignals = openStopSignals();
    programs::prepareEnvironment();
    programs::installMessageFilter();
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"porchlight"_s);
    QCoreApplication::setApplicationVersion(u"" PORCHLIGHT_VERSION ""_s);

    auto options = programs::readOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "porchlight: %s\n", options.fault().describe().c_str());
        return programs::BadOption;
    }
    QQuickWindow::setGraphicsApi(options->gpu ? QSGRendererInterface::OpenGL : QSGRendererInterface::Software);

    if (!options->learnKeys.empty())
        return programs::learnKeys(*options);
    if (options->testPage)
        return programs::printTestPage(*options, stopSignals);

    const content::SystemClock clock;
    programs::Composition kiosk(*options, clock);
    if (options->selfTest)
        programs::runSelfTest(kiosk);
    kiosk.start();

    QSocketNotifier stop(stopSignals, QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &app, [] { QCoreApplication::quit(); });
    const int status = QCoreApplication::exec();
    return status != 0 ? status : kiosk.exitStatus();
}
