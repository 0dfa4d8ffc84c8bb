// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints one slip, as the kiosk would, and writes each state as a line. For flow tests.
//   slip_tool DOCUMENT.json --file OUT.pdf | --socket CUPS.sock --queue NAME [--patience MS]
// SIGTERM cancels. Ends with 0 when printed, 1 otherwise, 2 on wrong use.
#include "print/cups_printer.h"
#include "print/file_printer.h"
#include "print/print_desk.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <ctime>

using namespace porchlight::print;

namespace {

constexpr std::array stateNames{"GettingReady", "Printing",     "Printed", "OutOfPaper",
                                "CoverOpen",    "NotReachable", "Failed",  "Cancelled"};

SlipLine::Role role(const QString &name)
{
    const QStringList names{"heading", "name", "number", "detail", "sentence", "mark"};
    return static_cast<SlipLine::Role>(qMax(0, names.indexOf(name)));
}

SlipDocument readDocument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such document: %s", qPrintable(path));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    SlipDocument document{json["widthMm"].toDouble(60),
                          json["heightMm"].toDouble(0),
                          json["bodyPt"].toDouble(10),
                          json["numberPt"].toDouble(14),
                          json["fontFamily"].toString("Noto Sans"),
                          json["rightToLeft"].toBool(),
                          {}};
    for (const auto &value : json["lines"].toArray()) {
        const QJsonObject line = value.toObject();
        document.lines.push_back({line["text"].toString(), role(line["role"].toString()), line["rtl"].toBool()});
    }
    return document;
}

} // namespace

int main(int argc, char *argv[])
{
    // Before any thread is made, so that only sigtimedwait below sees it.
    sigset_t stopSignals;
    sigemptyset(&stopSignals);
    sigaddset(&stopSignals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopSignals, nullptr);

    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{"file", "PDF to write", "file"},
                       {"socket", "of the scheduler", "socket"},
                       {"queue", "name", "queue"},
                       {"patience", "shorter waits, in ms", "ms"}});
    parser.addPositionalArgument("document", "JSON");
    parser.process(app);
    if (parser.positionalArguments().size() != 1 || parser.isSet("file") == parser.isSet("socket"))
        parser.showHelp(2);

    Patience patience;
    if (parser.isSet("patience"))
        patience.unreachable = patience.attention = patience.stuck = Patience::Time(parser.value("patience").toInt());
    std::unique_ptr<Printer> printer;
    if (parser.isSet("file"))
        printer = std::make_unique<FilePrinter>(parser.value("file"));
    else
        printer = std::make_unique<CupsPrinter>(parser.value("socket").toStdString(),
                                                parser.value("queue").toStdString(), patience);

    std::atomic<int> last = -1;
    PrintDesk desk(std::move(printer));
    desk.print(readDocument(parser.positionalArguments().first()), [&](PrintState state) {
        std::puts(stateNames[static_cast<size_t>(state)]);
        std::fflush(stdout);
        if (isFinal(state))
            last = static_cast<int>(state);
    });
    constexpr timespec tick{0, 20'000'000};
    while (last < 0)
        if (sigtimedwait(&stopSignals, nullptr, &tick) == SIGTERM)
            desk.cancel();
    return last == static_cast<int>(PrintState::Printed) ? 0 : 1;
}
