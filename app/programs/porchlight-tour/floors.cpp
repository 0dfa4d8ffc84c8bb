// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/floors.h"

#include <algorithm>

namespace porchlight::programs {

namespace {

/// Hand-held panels cannot give a finger all it wants; the least they may give is that of the papers.
bool isSmall(const QSizeF &screenMm)
{
    return std::min(screenMm.width(), screenMm.height()) < 200;
}

} // namespace

ContrastFloors contrastFloors(Look look)
{
    ContrastFloors floors;
    floors.text = look == Look::Light ? 10 : look == Look::Dark ? 7 : 20;
    return floors;
}

TargetFloors targetFloors(const QSizeF &screenMm)
{
    return isSmall(screenMm) ? TargetFloors{12.7, 2.54} : TargetFloors{20, 3};
}

CapitalFloors capitalFloors(int textSize, const QSizeF &screenMm)
{
    constexpr double bodies[][2] = {{3.5, 4.2}, {4.8, 5.6}, {6.4, 7.1}, {8.5, 9.0}};
    const auto &body = bodies[std::clamp(textSize, 1, 4) - 1];
    // 4.8 mm is what a standing reader needs (508 402.4). Who chooses the smallest size, or holds a panel in the
    // hand, reads from nearer.
    const double least = isSmall(screenMm) || textSize <= 1 ? 3.5 : 4.8;
    return {least, body[0], body[1]};
}

} // namespace porchlight::programs
