// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/floors.h"
#include "programs/porchlight-tour/sight.h"

#include <QStringList>

namespace porchlight::programs {

/// The height of a Latin capital in the font and size of this text, as it is drawn, in pixels, also where it was made
/// smaller to fit.
double capitalPixels(const QQuickItem *text);

/// Texts whose capitals are too low to be read from where people stand.
QStringList capitalFaults(const Sight &sight, double pixelsPerMm, const CapitalFloors &floors);

/// On a page to be read: is the text that most of it is set in as high as its size of text promises?
QStringList bodyFaults(const Sight &sight, double pixelsPerMm, const CapitalFloors &floors);

} // namespace porchlight::programs
