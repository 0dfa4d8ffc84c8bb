// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/floors.h"
#include "programs/porchlight-tour/sight.h"

#include <QImage>
#include <QStringList>

namespace porchlight::programs {

/// Contrast after WCAG 2: 1 for the same colour, 21 for black on white. Alpha is not looked at.
double contrastOf(QRgb one, QRgb other);

/// What is too pale in `picture`, which is the window as it was drawn: texts and signs by their colour against the
/// ground that the picture has there, controls by the edge or fill that the picture has.
QStringList contrastFaults(const Sight &sight, const QImage &picture, double pixelsPerMm, const ContrastFloors &floors);

} // namespace porchlight::programs
