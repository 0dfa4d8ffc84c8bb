// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/square_code.h"

#include <QPainter>

#include <algorithm>
#include <memory>

#include <qrencode.h>

namespace porchlight::print {

namespace {

constexpr unsigned utf8 = 26; // as ECI names it: without it readers guess, and guess Shift JIS
// Wider ones take the weaker correction, so that they stay small enough for a receipt.
constexpr int wideModules = 57;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encoded(const QByteArray &text, QRecLevel level)
{
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(0, level), &QRinput_free);
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    if (!input || (!ascii && QRinput_appendECIheader(input.get(), utf8) != 0) ||
        QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()), bytes) != 0)
        return {nullptr, &QRcode_free};
    return {QRcode_encodeInput(input.get()), &QRcode_free};
}

} // namespace

QImage squareCode(const QString &text, int modulePixels)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || modulePixels < 1)
        return {};
    Code code = encoded(bytes, QR_ECLEVEL_M);
    if (!code || code->width > wideModules)
        code = encoded(bytes, QR_ECLEVEL_L);
    if (!code)
        return {};
    const int side = (code->width + 2 * quietModules) * modulePixels;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1U)
                painter.fillRect((x + quietModules) * modulePixels, (y + quietModules) * modulePixels, modulePixels,
                                 modulePixels, Qt::black);
    return image;
}

} // namespace porchlight::print
