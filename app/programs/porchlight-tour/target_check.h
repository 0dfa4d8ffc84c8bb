// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/floors.h"
#include "programs/porchlight-tour/sight.h"

#include <QStringList>

namespace porchlight::programs {

/// Controls that are too small for a finger, or too near to one another.
QStringList targetFaults(const Sight &sight, double pixelsPerMm, const TargetFloors &floors);

} // namespace porchlight::programs
