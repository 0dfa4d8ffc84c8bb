// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/test_page_run.h"

#include "content/clock.h"
#include "print/print_desk.h"
#include "print/release_fonts.h"
#include "print/test_page.h"
#include "programs/porchlight/composition.h"
#include "programs/porchlight/printers.h"
#include "store/reader.h"
#include "store/shelf.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>

namespace porchlight::programs {

namespace {

const char *wordsFor(print::PrintState state)
{
    switch (state) {
    case print::PrintState::GettingReady:
        return "getting ready";
    case print::PrintState::Printing:
        return "printing";
    case print::PrintState::Printed:
        return "printed";
    case print::PrintState::OutOfPaper:
        return "waits: no paper; put some in";
    case print::PrintState::CoverOpen:
        return "waits: the cover is open; close it";
    case print::PrintState::NoPrinter:
    case print::PrintState::NotReachable:
        return "not printed: no printer answers";
    case print::PrintState::Failed:
        return "not printed: the printer gave up, or says that it needs help";
    case print::PrintState::Cancelled:
        return "not printed: stopped";
    }
    return "";
}

/// Every language of the release that would be shown, and its fonts.
std::vector<print::ScriptSample> scripts(const Options &options)
{
    for (const store::Shelf::Place &place : store::Shelf(options.root, options.builtIn).candidates()) {
        const auto reader = store::Reader::open(place.storeFile);
        if (!reader)
            continue;
        const auto edition = reader->edition("en", content::SystemClock().today(), content::Extent::FirstPage);
        if (!edition)
            continue;
        print::takeReleaseFonts(place.folder);
        std::vector<print::ScriptSample> samples;
        for (const content::Language &language : (*edition)->languages)
            samples.push_back({QString::fromStdString(language.ownName), QString::fromStdString(language.fontFamily),
                               language.direction == content::Direction::RightToLeft});
        return samples;
    }
    return {};
}

} // namespace

int printTestPage(const Options &options, int stopSignals)
{
    auto printer = makePrinter(options.printer);
    if (!printer) {
        std::puts(wordsFor(print::PrintState::NotReachable));
        return NotPrinted;
    }
    print::PrintDesk desk(std::move(printer));
    desk.print(print::testPage(scripts(options)), [](print::PrintState state) {
        std::puts(wordsFor(state));
        std::fflush(stdout);
        if (isFinal(state)) // said on another thread
            QMetaObject::invokeMethod(
                qApp, [state] { QCoreApplication::exit(state == print::PrintState::Printed ? 0 : NotPrinted); });
    });
    QSocketNotifier stop(stopSignals, QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &stop, [&] {
        stop.setEnabled(false);
        desk.cancel();
    });
    return QCoreApplication::exec();
}

} // namespace porchlight::programs
