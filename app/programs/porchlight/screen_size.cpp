// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/screen_size.h"

#include <QGuiApplication>
#include <QScreen>

namespace porchlight::programs {

namespace {

/// Sizes of screens that are sold, for those that do not say theirs.
QSizeF usualMillimetres(const QSize &pixels)
{
    if (pixels == QSize(1080, 1920))
        return {268, 476}; // 21.5 inches, upright
    if (pixels == QSize(1920, 1080))
        return {476, 268};
    if (pixels == QSize(1280, 800))
        return {217, 136}; // 10.1 inches
    if (pixels == QSize(800, 480))
        return {152, 91}; // 7 inches
    constexpr double perInch = 25.4 / 96;
    return QSizeF(pixels) * perInch;
}

} // namespace

ScreenSize screenSize(const Options &options)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QSize pixels = options.window.isEmpty() ? screen->size() : options.window;
    QSizeF millimetres = options.screenMm;
    if (millimetres.isEmpty() && options.window.isEmpty() && screen->physicalSize().width() > 50)
        millimetres = screen->physicalSize();
    if (millimetres.isEmpty())
        millimetres = usualMillimetres(pixels);
    return {pixels, pixels.width() / millimetres.width()};
}

} // namespace porchlight::programs
