// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

content::Fault badValue(const QString &option, const QString &value, const char *remedy)
{
    return {"bad-option", "--" + option.toStdString(), "\"" + value.toStdString() + "\" cannot be read.", remedy};
}

} // namespace

QSizeF parseMillimetres(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return {};
    bool widthOk = false;
    bool heightOk = false;
    const QSizeF size(parts[0].toDouble(&widthOk), parts[1].toDouble(&heightOk));
    return widthOk && heightOk && !size.isEmpty() ? size : QSizeF();
}

QSize parsePixels(const QString &text)
{
    return parseMillimetres(text).toSize();
}

content::Result<PrinterChoice> parsePrinter(const QString &text)
{
    PrinterChoice choice;
    if (text == u"auto"_s)
        return choice;
    if (text == u"none"_s) {
        choice.kind = PrinterChoice::Kind::None;
        return choice;
    }
    if (text.startsWith(u"file:"_s) && text.size() > 5) {
        choice.kind = PrinterChoice::Kind::File;
        choice.file = text.mid(5).toStdString();
        return choice;
    }
    const qsizetype hash = text.lastIndexOf(u'#');
    if (text.startsWith(u"cups:"_s) && hash > 5 && hash + 1 < text.size()) {
        choice.kind = PrinterChoice::Kind::Cups;
        choice.socket = text.mid(5, hash - 5).toStdString();
        choice.queue = text.mid(hash + 1).toStdString();
        return choice;
    }
    if (text.startsWith(u"thermal:"_s) && text.size() > 8) {
        choice.kind = PrinterChoice::Kind::Thermal;
        choice.socket = text.mid(8).toStdString();
        return choice;
    }
    return badValue(u"printer"_s, text, "Give auto, none, file:FILE, cups:SOCKET#QUEUE or thermal:SOCKET.");
}

std::filesystem::path builtInRelease()
{
    const QDir beside(QCoreApplication::applicationDirPath() + u"/../share/porchlight/content"_s);
    return beside.exists() ? beside.canonicalPath().toStdString() : "/usr/share/porchlight/content";
}

content::Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Porchlight: a kiosk that shows people, in their own language, how to get help.\n\n"
        "Exit status: 0 well; 1 there is no such option; 2 an argument cannot be read; 3 a release is installed\n"
        "but could not be opened, so the built-in one was shown; 4 there was no content to show; 5 the test page was "
        "not\n"
        "printed."_s);
    const QCommandLineOption root(u"root"_s, u"Folder whose \"current\" is the release to show."_s, u"DIR"_s);
    const QCommandLineOption builtIn(u"builtin"_s, u"Folder of the built-in release."_s, u"DIR"_s);
    const QCommandLineOption run(u"run"_s,
                                 u"Folder in which porchlight-sync is told what became of a release, if it is there; "
                                 "/run/porchlight unless given."_s,
                                 u"DIR"_s);
    const QCommandLineOption window(u"window"_s, u"Run in a window of this size in pixels, not full screen."_s,
                                    u"WxH"_s);
    const QCommandLineOption screenMm(u"screen-mm"_s, u"Size of the screen in millimetres, where it reports none."_s,
                                      u"WxH"_s);
    const QCommandLineOption printer(
        u"printer"_s,
        u"auto, none, file:FILE (PDF), cups:SOCKET#QUEUE or thermal:SOCKET. Auto, which is meant unless given, takes "
        "porchlight-thermal where it runs, else the default or only queue of CUPS; a demonstration without either "
        "writes porchlight-slip.pdf to $XDG_RUNTIME_DIR."_s,
        u"WHERE"_s);
    const QCommandLineOption privateSound(
        u"private-sound"_s, u"Sink of the headphones or the handset; porchlight-private unless given."_s, u"SINK"_s);
    const QCommandLineOption loudspeaker(
        u"loudspeaker"_s, u"Sink of the loudspeaker, where a visitor may ask for it; none unless given."_s, u"SINK"_s);
    const QCommandLineOption jack(
        u"jack"_s,
        u"Where headphones or the hook of a handset are noticed, such as \"hw:0,Headphone Jack\"; the first "
        "card with such a control unless given."_s,
        u"CARD[,CONTROL]"_s);
    const QCommandLineOption keypad(u"keypad"_s, u"Key map of a keypad. Without it: arrows, Enter, Space, Escape."_s,
                                    u"FILE"_s);
    const QCommandLineOption learnKeys(
        u"learn-keys"_s, u"For installers: ask for each key of a keypad, try them, and write this key map."_s,
        u"FILE"_s);
    const QCommandLineOption gpu(u"gpu"_s, u"Draw with the graphics processor."_s);
    const QCommandLineOption selfTest(u"self-test"_s,
                                      u"Open the content, draw the first page, say how it went, end."_s);
    const QCommandLineOption testPage(
        u"test-page"_s, u"For staff: print a page that shows what the printer can do, say how it went, end."_s);
    parser.addOptions({root, builtIn, run, window, screenMm, printer, privateSound, loudspeaker, jack, keypad,
                       learnKeys, gpu, selfTest, testPage});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);

    Options options;
    if (!parser.positionalArguments().isEmpty())
        return content::Fault{"bad-option", parser.positionalArguments().constFirst().toStdString(),
                              "It is no option of porchlight.", "See porchlight --help."};
    if (parser.isSet(root))
        options.root = parser.value(root).toStdString();
    options.builtIn = parser.isSet(builtIn) ? parser.value(builtIn).toStdString() : builtInRelease().string();
    // A self-test is not the kiosk: it has nothing to tell of what stands in the lobby.
    if (!parser.isSet(selfTest))
        options.run = parser.isSet(run) ? parser.value(run).toStdString() : "/run/porchlight";
    if (parser.isSet(window)) {
        options.window = parsePixels(parser.value(window));
        if (options.window.isEmpty())
            return badValue(u"window"_s, parser.value(window), "Give a size in pixels, such as 1080x1920.");
    }
    if (parser.isSet(screenMm)) {
        options.screenMm = parseMillimetres(parser.value(screenMm));
        if (options.screenMm.isEmpty())
            return badValue(u"screen-mm"_s, parser.value(screenMm), "Give a size in millimetres, such as 268x476.");
    }
    if (parser.isSet(printer)) {
        auto choice = parsePrinter(parser.value(printer));
        if (!choice)
            return choice.fault();
        options.printer = *choice;
    }
    if (parser.isSet(privateSound))
        options.listening.privateSink = parser.value(privateSound);
    options.listening.loudspeaker = parser.value(loudspeaker);
    options.listening.jack = parser.value(jack);
    if (options.listening.privateSink.isEmpty() || options.listening.privateSink == options.listening.loudspeaker)
        return badValue(u"private-sound"_s, options.listening.privateSink,
                        "Give a sink of its own: what is private never goes to the loudspeaker.");
    if (parser.isSet(keypad)) {
        auto keys = device::KeyMap::read(parser.value(keypad).toStdString());
        if (!keys)
            return keys.fault();
        options.keys = *keys;
    }
    if (parser.isSet(learnKeys)) {
        options.learnKeys = parser.value(learnKeys).toStdString();
        if (options.learnKeys.empty())
            return badValue(u"learn-keys"_s, parser.value(learnKeys), "Give the file to write.");
    }
    options.gpu = parser.isSet(gpu);
    options.selfTest = parser.isSet(selfTest);
    options.testPage = parser.isSet(testPage);
    return options;
}

} // namespace porchlight::programs
