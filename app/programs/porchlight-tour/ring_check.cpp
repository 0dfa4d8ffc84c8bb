// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/ring_check.h"

#include "programs/porchlight-tour/contrast_check.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastWidthMm = 0.53; // two pixels of CSS, WCAG 2.2, 2.4.13
constexpr double insideMm = 1.0;      // a ring may stand inside the edge
constexpr double outsideMm = 2.4;     // or outside

/// What changes on a line across one edge.
struct Crossing {
    double best = 1; ///< contrast of before and after
    int changed = 0; ///< pixels that change by the floor or more
};

} // namespace

QStringList ringFaults(const QString &words, const QRectF &place, const QRectF &shown, const QImage &before,
                       const QImage &after, double pixelsPerMm, double floor)
{
    const QRect edge = shown.toRect();
    const std::array<double, 4> cut{shown.top() - place.top(), place.bottom() - shown.bottom(),
                                    shown.left() - place.left(), place.right() - shown.right()};
    const std::array<QPoint, 4> outwards{QPoint(0, -1), QPoint(0, 1), QPoint(-1, 0), QPoint(1, 0)};
    const std::array<QString, 4> names{u"above"_s, u"below"_s, u"left"_s, u"right"_s};
    QStringList faults;
    for (std::size_t side = 0; side < outwards.size(); ++side) {
        if (cut[side] > 1)
            continue;
        std::vector<Crossing> crossings;
        for (const double share : {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}) {
            const QPoint middle(edge.left() + qRound(edge.width() * share), edge.top() + qRound(edge.height() * share));
            const std::array<QPoint, 4> starts{QPoint(middle.x(), edge.top()), QPoint(middle.x(), edge.bottom()),
                                               QPoint(edge.left(), middle.y()), QPoint(edge.right(), middle.y())};
            Crossing crossing;
            for (int at = -qRound(insideMm * pixelsPerMm); at <= qRound(outsideMm * pixelsPerMm); ++at) {
                const QPoint point = starts[side] + at * outwards[side];
                if (!after.rect().contains(point))
                    continue;
                const double change = contrastOf(before.pixel(point), after.pixel(point));
                crossing.best = std::max(crossing.best, change);
                crossing.changed += change >= floor;
            }
            crossings.push_back(crossing);
        }
        const auto middle = crossings.begin() + static_cast<std::ptrdiff_t>(crossings.size() / 2);
        std::nth_element(crossings.begin(), middle, crossings.end(),
                         [](const Crossing &a, const Crossing &b) { return a.changed < b.changed; });
        if (middle->changed < std::floor(leastWidthMm * pixelsPerMm))
            faults.append(u"the ring of \"%1\" has %2 px with a contrast of %3 %4 it (at best %5), below %6 mm"_s
                              .arg(words.left(40))
                              .arg(middle->changed)
                              .arg(floor)
                              .arg(names[side])
                              .arg(middle->best, 0, 'f', 2)
                              .arg(leastWidthMm));
    }
    return faults;
}

} // namespace porchlight::programs
