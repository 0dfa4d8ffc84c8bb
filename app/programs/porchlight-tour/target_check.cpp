// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/target_check.h"

#include <algorithm>
#include <cmath>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr double roundedPixels = 0.51; // a size in millimetres is rounded to whole pixels

/// Pixels from one to the other; below zero where they overlap.
double gapBetween(const QRectF &one, const QRectF &other)
{
    const double across = std::max(one.left(), other.left()) - std::min(one.right(), other.right());
    const double down = std::max(one.top(), other.top()) - std::min(one.bottom(), other.bottom());
    return across > 0 && down > 0 ? std::hypot(across, down) : std::max(across, down);
}

} // namespace

QStringList targetFaults(const Sight &sight, double pixelsPerMm, const TargetFloors &floors)
{
    QStringList faults;
    const auto millimetres = [&](double pixels) { return QString::number(pixels / pixelsPerMm, 'f', 2); };
    std::vector<const Thing *> seen;
    for (const Thing &control : sight.controls) {
        if (control.isSeen())
            seen.push_back(&control);
    }
    for (const Thing *control : seen) {
        // A card taller than a part of its page is parted; the part beside this one shows enough of it for a finger.
        const double elsewhere = control->rect.height() - control->shown.height();
        if (elsewhere >= 2 * floors.side * pixelsPerMm)
            continue;
        if (std::min(control->shown.width(), control->shown.height()) < floors.side * pixelsPerMm - roundedPixels)
            faults.append(u"\"%1\" is %2 x %3 mm, below %4"_s
                              .arg(control->words.left(40), millimetres(control->shown.width()),
                                   millimetres(control->shown.height()))
                              .arg(floors.side));
    }
    for (std::size_t one = 0; one < seen.size(); ++one) {
        for (std::size_t other = one + 1; other < seen.size(); ++other) {
            const double gap = gapBetween(seen[one]->shown, seen[other]->shown);
            if (gap < floors.gap * pixelsPerMm - roundedPixels)
                faults.append(u"\"%1\" and \"%2\" are %3 mm apart, below %4"_s
                                  .arg(seen[one]->words.left(40), seen[other]->words.left(40), millimetres(gap))
                                  .arg(floors.gap));
        }
    }
    return faults;
}

} // namespace porchlight::programs
