// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QVideoFrame>

namespace porchlight::playback {

/// The frame as an image, no larger than `room` where that is given; null where its form is unknown. Not by
/// QVideoFrame::toImage(), which would start OpenGL.
QImage imageOf(QVideoFrame frame, const QSize &room);

} // namespace porchlight::playback
