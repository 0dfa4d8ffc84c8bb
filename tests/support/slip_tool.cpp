// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints one slip, as the kiosk would, and writes each state as a line; or says how the printer is. For flow tests.
//   slip_tool DOCUMENT.json | --release DIR --language TAG --design ID [--lines CHANNEL,CHANNEL] [--code]
//             --file OUT.pdf | --socket CUPS.sock --queue NAME | --thermal SOCKET   [--patience MS]
//             | --auto [--thermal SOCKET] [--socket CUPS.sock] [--file OUT.pdf]
//             [--repeat N]   N slips by one program, "tap SECONDS" (monotonic) before the states of each
//   slip_tool --status ...   "Ready", "OutOfPaper paper-low paper=80x0 margin=4"
//   slip_tool SLIP --draw N  no printer: N times the milliseconds until a picture for an 80 mm roll is there
// SIGTERM cancels. Ends with 0 when printed (or ready), 1 otherwise, 2 on wrong use.
#include "content/clock.h"
#include "print/auto_printer.h"
#include "print/file_printer.h"
#include "print/ipp_printer.h"
#include "print/print_desk.h"
#include "print/pwg_raster.h"
#include "print/release_fonts.h"
#include "print/slip_layout.h"
#include "store/reader.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <future>
#include <mutex>

using namespace porchlight;
using namespace porchlight::print;

namespace {

constexpr std::array stateNames{"GettingReady", "Printing", "Printed",   "OutOfPaper", "CoverOpen",
                                "NotReachable", "Failed",   "Cancelled", "NoPrinter"};
constexpr std::array readinessNames{"Unknown",   "Ready",        "OutOfPaper", "CoverOpen",
                                    "NeedsHelp", "NotReachable", "NoPrinter"};

SlipLine::Role role(const QString &name)
{
    const QStringList names{"heading", "name", "number", "detail", "sentence", "mark", "english"};
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

/// The hotline's, where no line is named.
std::vector<std::string> linesOf(const content::Edition &edition, const QString &named)
{
    std::vector<std::string> lines;
    for (const QString &line : named.split(',', Qt::SkipEmptyParts))
        lines.push_back(line.toStdString());
    if (const content::Contact *hotline = edition.findContact("hotline"); lines.empty() && hotline)
        if (const content::Channel *voice = voiceLine(*hotline))
            lines.push_back(voice->id);
    return lines;
}

/// A slip of a built release, in the release's own fonts.
SlipDocument composeFrom(const QCommandLineParser &parser)
{
    const QDir release(parser.value("release"));
    auto reader = store::Reader::open(release.filePath("content.sqlite").toStdString());
    if (!reader)
        qFatal("%s: %s", reader.fault().where.c_str(), reader.fault().what.c_str());
    const auto edition = reader->edition(parser.value("language").toStdString(), content::SystemClock().today());
    if (!edition)
        qFatal("%s: %s", edition.fault().where.c_str(), edition.fault().what.c_str());
    const auto &designs = (*edition)->slipDesigns;
    const auto design = std::find_if(designs.begin(), designs.end(), [&](const content::SlipDesign &one) {
        return one.id == parser.value("design").toStdString();
    });
    if (design == designs.end())
        qFatal("no such design: %s", qPrintable(parser.value("design")));
    takeReleaseFonts(release.path().toStdString());
    return composeSlip(**edition, *design, linesOf(**edition, parser.value("lines")),
                       parser.isSet("code") ? WithCode::Yes : WithCode::No);
}

std::unique_ptr<Printer> makePrinter(const QCommandLineParser &parser)
{
    if (parser.isSet("auto"))
        return std::make_unique<AutoPrinter>(AutoPrinter::Places{
            parser.value("thermal").toStdString(), parser.value("socket").toStdString(), parser.value("file")});
    if (parser.isSet("file"))
        return std::make_unique<FilePrinter>(parser.value("file"));
    Patience patience;
    if (parser.isSet("patience"))
        patience.unreachable = patience.attention = patience.stuck = Patience::Time(parser.value("patience").toInt());
    return std::make_unique<IppPrinter>(
        parser.isSet("thermal") ? printerApplication(parser.value("thermal").toStdString())
                                : cupsQueue(parser.value("socket").toStdString(), parser.value("queue").toStdString()),
        patience);
}

int say(const PrinterStatus &status)
{
    std::fputs(readinessNames[static_cast<size_t>(status.readiness)], stdout);
    if (status.paperLow)
        std::fputs(" paper-low", stdout);
    if (status.paper)
        std::printf(" paper=%gx%g margin=%g", status.paper->widthMm, status.paper->heightMm, status.paper->marginMm);
    std::puts("");
    return status.readiness == PrinterStatus::Readiness::Ready ? 0 : 1;
}

int draw(const SlipDocument &slip, int times)
{
    constexpr int dpi = 203;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const SlipLayout layout(slip, Paper{80, 0, 4});
        if (pwgRaster(layout.bitmap(dpi), dpi).isEmpty())
            return 1;
        std::printf("%.3f\n",
                    std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return 0;
}

void waitForStatus(PrintDesk &desk)
{
    auto said = std::make_shared<std::promise<void>>();
    auto once = std::make_shared<std::once_flag>();
    desk.watch([said, once](const PrinterStatus &) { std::call_once(*once, [&] { said->set_value(); }); });
    said->get_future().wait();
}

/// The final state.
PrintState printOne(PrintDesk &desk, const SlipDocument &slip, const sigset_t &stopSignals)
{
    std::atomic<int> last = -1;
    desk.print(slip, [&](PrintState state) {
        std::puts(stateNames[static_cast<size_t>(state)]);
        std::fflush(stdout);
        if (isFinal(state))
            last = static_cast<int>(state);
    });
    constexpr timespec tick{0, 20'000'000};
    while (last < 0)
        if (sigtimedwait(&stopSignals, nullptr, &tick) == SIGTERM)
            desk.cancel();
    return static_cast<PrintState>(last.load());
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
                       {"thermal", "socket of porchlight-thermal", "socket"},
                       {"patience", "shorter waits, in ms", "ms"},
                       {"auto", "find the printer behind these sockets"},
                       {"repeat", "slips to print", "number", "1"},
                       {"draw", "slips to draw", "number"},
                       {"status", "say how the printer is"},
                       {"release", "folder of a built release", "dir"},
                       {"language", "tag", "tag", "en"},
                       {"design", "id", "id", "card"},
                       {"lines", "ids of channels", "ids"},
                       {"code", "with a square code"}});
    parser.addPositionalArgument("document", "JSON");
    parser.process(app);
    const int ways = parser.isSet("file") + parser.isSet("socket") + parser.isSet("thermal");
    const qsizetype slips = parser.positionalArguments().size() + (parser.isSet("release") ? 1 : 0);
    const bool way = parser.isSet("auto") || ways == (parser.isSet("draw") ? 0 : 1);
    if (!way || slips != (parser.isSet("status") ? 0 : 1))
        parser.showHelp(2);
    if (parser.isSet("status"))
        return say(makePrinter(parser)->status({}));

    SlipDocument slip =
        parser.isSet("release") ? composeFrom(parser) : readDocument(parser.positionalArguments().first());
    if (parser.isSet("draw"))
        return draw(slip, parser.value("draw").toInt());
    PrintDesk desk(makePrinter(parser));
    const int times = parser.value("repeat").toInt();
    if (times > 1)
        waitForStatus(desk); // as the kiosk has it when somebody taps
    PrintState last = PrintState::Printed;
    for (int i = 0; i < times && last == PrintState::Printed; ++i) {
        if (times > 1)
            std::printf("tap %.6f\n",
                        std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count());
        last = printOne(desk, slip, stopSignals);
    }
    return last == PrintState::Printed ? 0 : 1;
}
