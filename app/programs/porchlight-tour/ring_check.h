// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QStringList>

namespace porchlight::programs {

/// Is it seen where the keys are? Compares the window `before` and `after` the control at `place` (pixels) got
/// them: all around it, what changes must stand out by `floor` and be thick enough. `shown` is what of it no clip cuts
/// away: a card taller than a part of its page has no ring where it is cut.
QStringList ringFaults(const QString &words, const QRectF &place, const QRectF &shown, const QImage &before,
                       const QImage &after, double pixelsPerMm, double floor);

} // namespace porchlight::programs
