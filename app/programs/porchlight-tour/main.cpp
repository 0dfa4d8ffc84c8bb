// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/tour.h"

#include "programs/porchlight/message_filter.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QQuickWindow>

#include <cstdio>

using namespace porchlight;
using namespace Qt::StringLiterals;

namespace {

int warnings = 0;

/// A warning of Qt or QML on any page is a fault of that page.
void countWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (programs::tellsOfAVisit(message))
        return;
    if (type == QtWarningMsg || type == QtCriticalMsg)
        ++warnings;
    if (type != QtInfoMsg && type != QtDebugMsg)
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

int usage(const char *what)
{
    std::fprintf(stderr, "porchlight-tour: %s See porchlight-tour --help.\n", what);
    return programs::BadOption;
}

bool writeControls(const QString &path, const QJsonArray &controls)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(controls).toJson()) > 0;
}

bool writeLines(const QString &path, const QStringList &lines)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(lines.join(u'\n').toUtf8() + '\n') > 0;
}

} // namespace

int main(int argc, char **argv)
{
    programs::prepareEnvironment();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(countWarnings);
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"porchlight-tour"_s);
    QCoreApplication::setApplicationVersion(u"" PORCHLIGHT_VERSION ""_s);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Takes a picture of every page: DIR/<size>-<look>-<text size>/<language>-<page>.png\n"
        "Exit status: 0 well; 1 --check or --speech found something or there is no such option; 2 an argument cannot "
        "be read;\n"
        "4 no content."_s);
    const QCommandLineOption tour(u"tour"_s, u"Folder for the pictures."_s, u"DIR"_s);
    const QCommandLineOption geometry(u"geometry"_s, u"Write where each control stands, as JSON."_s, u"FILE"_s);
    const QCommandLineOption check(u"check"_s, u"Look for what an auditor would find, and for warnings."_s);
    const QCommandLineOption speech(u"speech"_s, u"Look for what one who listens would miss."_s);
    const QCommandLineOption spoken(
        u"spoken"_s,
        u"With --speech: write what is said, a line each: language of the page, of the words, key, words."_s,
        u"FILE"_s);
    const QCommandLineOption rings(u"rings"_s, u"With --check: look at the ring of each control too."_s);
    const QCommandLineOption allParts(
        u"all-parts"_s, u"Languages in which --check and --speech turn every page to its end."_s, u"TAGS"_s);
    const QCommandLineOption languages(u"languages"_s, u"Tags, with commas; all unless given."_s, u"TAGS"_s);
    const QCommandLineOption size(u"size"_s, u"Pixels, several with commas."_s, u"WxH"_s, u"1080x1920"_s);
    const QCommandLineOption screenMm(u"screen-mm"_s, u"Size of the screen in millimetres."_s, u"WxH"_s);
    const QCommandLineOption textSize(u"text-size"_s, u"1 to 4, several with commas."_s, u"N"_s, u"2"_s);
    const QCommandLineOption look(u"look"_s, u"light, dark or contrast, several with commas."_s, u"LOOK"_s, u"light"_s);
    const QCommandLineOption pages(u"pages"_s, u"Only pages whose names begin so, with commas."_s, u"NAMES"_s);
    const QCommandLineOption root(u"root"_s, u"Folder whose \"current\" is the release to show."_s, u"DIR"_s);
    const QCommandLineOption builtIn(u"builtin"_s, u"Folder of the built-in release."_s, u"DIR"_s);
    parser.addOptions({tour, geometry, check, languages, size, screenMm, textSize, look, pages, allParts, rings, speech,
                       spoken, root, builtIn});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    programs::TourPlan plan;
    plan.folder = parser.value(tour);
    plan.languages = parser.value(languages).split(u',', Qt::SkipEmptyParts);
    plan.pages = parser.value(pages).split(u',', Qt::SkipEmptyParts);
    plan.check = parser.isSet(check);
    plan.speech = parser.isSet(speech);
    plan.rings = parser.isSet(rings);
    plan.allParts = parser.value(allParts).split(u',', Qt::SkipEmptyParts);
    plan.looks = parser.value(look).split(u',', Qt::SkipEmptyParts);
    plan.screenMm = programs::parseMillimetres(parser.value(screenMm));
    plan.kiosk.root = parser.value(root).toStdString();
    plan.kiosk.builtIn =
        parser.isSet(builtIn) ? parser.value(builtIn).toStdString() : programs::builtInRelease().string();
    for (const QString &one : parser.value(size).split(u','))
        plan.sizes.append(programs::parsePixels(one));
    for (const QString &one : parser.value(textSize).split(u','))
        plan.textSizes.append(one.toInt());
    if (plan.sizes.contains(QSize()))
        return usage("--size takes pixels, such as 1080x1920.");
    if (std::any_of(plan.textSizes.begin(), plan.textSizes.end(), [](int n) { return n < 1 || n > 4; }))
        return usage("--text-size takes 1 to 4.");
    for (const QString &one : plan.looks) {
        if (one != u"light"_s && one != u"dark"_s && one != u"contrast"_s)
            return usage("--look takes light, dark or contrast.");
    }
    if (!parser.isSet(tour) && !parser.isSet(geometry) && !plan.check && !plan.speech)
        return usage("Give --tour DIR, --geometry FILE, --check or --speech.");

    programs::Tour walk(plan);
    const bool walked = walk.walk();
    if (plan.check || plan.speech || !walked) {
        for (const QString &fault : walk.faults())
            std::printf("%s\n", qPrintable(fault));
    }
    if (!walked)
        return programs::NoContent;
    if (parser.isSet(geometry) && !writeControls(parser.value(geometry), walk.controls()))
        return usage("The file for --geometry cannot be written.");
    if (parser.isSet(spoken) && !writeLines(parser.value(spoken), walk.spoken()))
        return usage("The file for --spoken cannot be written.");
    if (walk.pictures() > 0)
        std::printf("%d pictures in %s\n", walk.pictures(), qPrintable(plan.folder));
    return (plan.check || plan.speech) && (warnings > 0 || !walk.faults().isEmpty()) ? 1 : 0;
}
