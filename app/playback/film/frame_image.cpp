// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/film/frame_image.h"

#include <algorithm>

namespace porchlight::playback {

namespace {

quint32 byte(int value)
{
    return static_cast<quint32>(std::clamp(value >> 8, 0, 255));
}

/// BT.601 in its narrow range, as our films are made.
quint32 pixel(int y, int u, int v)
{
    const int light = 298 * (y - 16) + 128;
    return 0xff000000U | byte(light + 409 * v) << 16 | byte(light - 100 * u - 208 * v) << 8 | byte(light + 516 * u);
}

QImage fromPlanes(const QVideoFrame &frame, bool swapped)
{
    const QSize size = frame.size();
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    for (int row = 0; row < size.height(); ++row) {
        const uchar *y = frame.bits(0) + static_cast<std::ptrdiff_t>(row) * frame.bytesPerLine(0);
        const uchar *u = frame.bits(1) + static_cast<std::ptrdiff_t>(row / 2) * frame.bytesPerLine(1);
        const uchar *v = frame.bits(2) + static_cast<std::ptrdiff_t>(row / 2) * frame.bytesPerLine(2);
        if (swapped)
            std::swap(u, v);
        auto *to = reinterpret_cast<quint32 *>(image.scanLine(row));
        for (int x = 0; x < size.width(); ++x)
            to[x] = pixel(y[x], u[x / 2] - 128, v[x / 2] - 128);
    }
    return image;
}

QImage unscaled(const QVideoFrame &frame)
{
    switch (frame.pixelFormat()) {
    case QVideoFrameFormat::Format_YUV420P:
        return fromPlanes(frame, false);
    case QVideoFrameFormat::Format_YV12:
        return fromPlanes(frame, true);
    default:
        break;
    }
    const QImage::Format format = QVideoFrameFormat::imageFormatFromPixelFormat(frame.pixelFormat());
    if (format == QImage::Format_Invalid)
        return {};
    return QImage(frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), format)
        .convertToFormat(QImage::Format_RGB32)
        .copy();
}

} // namespace

QImage imageOf(QVideoFrame frame, const QSize &room)
{
    if (!frame.map(QVideoFrame::ReadOnly))
        return {};
    QImage image = unscaled(frame);
    frame.unmap();
    if (!image.isNull() && room.isValid() && (image.width() > room.width() || image.height() > room.height()))
        image = image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    return image;
}

} // namespace porchlight::playback
