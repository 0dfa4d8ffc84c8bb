// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/learn_keys.h"

#include "print/release_fonts.h"
#include "programs/porchlight/screen_size.h"
#include "viewmodels/keys/key_lessons.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Porchlight_StaffPlugin)

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr int notWritten = 2;

/// Told before twenty keys are pressed in vain.
bool canBeWritten(const QString &file)
{
    const QFileInfo info(file);
    return !info.isDir() && QFileInfo(info.absolutePath()).isDir() && QFileInfo(info.absolutePath()).isWritable();
}

} // namespace

int learnKeys(const Options &options)
{
    viewmodels::KeyLessons lessons(options.learnKeys);
    if (!canBeWritten(lessons.file())) {
        std::fprintf(stderr,
                     "porchlight: %s: The key map cannot be written there. What to do: Give a file in a folder "
                     "that exists and that you may write to. [key-map-not-written]\n",
                     options.learnKeys.c_str());
        return notWritten;
    }
    print::takeReleaseFonts(options.builtIn);
    const ScreenSize size = screenSize(options);
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"lessons"_s, QVariant::fromValue(&lessons)},
                                 {u"pixelsPerMm"_s, size.pixelsPerMm},
                                 {u"width"_s, size.pixels.width()},
                                 {u"height"_s, size.pixels.height()}});
    engine.load(QUrl(u"qrc:/qt/qml/Porchlight/Staff/LearnKeysWindow.qml"_s));
    if (engine.rootObjects().isEmpty())
        qFatal("the learn screen cannot be loaded");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    window->installEventFilter(&lessons);
    QObject::connect(&lessons, &viewmodels::KeyLessons::left, qApp, [] { QCoreApplication::quit(); });
    if (options.window.isEmpty())
        window->showFullScreen();
    else
        window->show();
    QCoreApplication::exec();
    return lessons.saved() ? 0 : notWritten;
}

} // namespace porchlight::programs
