// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

#include <algorithm>

namespace porchlight::print {

constexpr int inkDpi = 203;
constexpr double dotsPerMm = inkDpi / 25.4;

/// The least rectangle around all that is dark; null on an empty page.
inline QRect inkOf(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QRect found;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *row = grey.constScanLine(y);
        const auto dark = [](uchar value) { return value < 128; };
        const uchar *first = std::find_if(row, row + grey.width(), dark);
        if (first == row + grey.width())
            continue;
        int last = grey.width() - 1;
        while (!dark(row[last]))
            --last;
        found |= QRect(QPoint(static_cast<int>(first - row), y), QPoint(last, y));
    }
    return found;
}

} // namespace porchlight::print
