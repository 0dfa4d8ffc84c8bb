// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace porchlight::print {

/// One page of PWG raster, one bit a dot, black is 1. A grey picture becomes black where it is darker than the middle.
/// Empty where there is no picture.
QByteArray pwgRaster(const QImage &image, int dpi);

} // namespace porchlight::print
