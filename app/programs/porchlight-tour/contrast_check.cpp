// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/contrast_check.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr int samplesAcross = 64;     // of a text, in both directions
constexpr double secondGround = 0.15; // a share of the samples that is no chance
constexpr int nearColour = 24;        // of 255, in each channel: noise of a drawing, the edge of a letter

double luminance(QRgb colour)
{
    static const std::array<double, 256> linear = [] {
        std::array<double, 256> table{};
        for (std::size_t at = 0; at < table.size(); ++at) {
            const double share = static_cast<double>(at) / 255;
            table[at] = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        }
        return table;
    }();
    return 0.2126 * linear[qRed(colour)] + 0.7152 * linear[qGreen(colour)] + 0.0722 * linear[qBlue(colour)];
}

QRgb over(const QColor &ink, double opacity, QRgb ground)
{
    const double alpha = ink.alphaF() * opacity;
    const auto mix = [&](int above, int below) { return qRound(above * alpha + below * (1 - alpha)); };
    return qRgb(mix(ink.red(), qRed(ground)), mix(ink.green(), qGreen(ground)), mix(ink.blue(), qBlue(ground)));
}

/// Is it a mix of two colours, as the edges of letters are?
bool isBetween(QRgb one, QRgb other, QRgb mixed)
{
    const std::array from{qRed(one), qGreen(one), qBlue(one)};
    const std::array to{qRed(other), qGreen(other), qBlue(other)};
    const std::array at{qRed(mixed), qGreen(mixed), qBlue(mixed)};
    double along = 0;
    double length = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        along += (at[channel] - from[channel]) * (to[channel] - from[channel]);
        length += (to[channel] - from[channel]) * (to[channel] - from[channel]);
    }
    const double share = length > 0 ? std::clamp(along / length, 0.0, 1.0) : 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        if (std::abs(from[channel] + share * (to[channel] - from[channel]) - at[channel]) > nearColour)
            return false;
    }
    return true;
}

class Samples {
public:
    void add(QRgb colour)
    {
        // Alike when the upper five bits of each channel are.
        Bin &bin = m_bins[colour & 0xf8f8f8];
        bin.colour = colour;
        ++bin.count;
        ++m_all;
    }
    [[nodiscard]] bool empty() const { return m_all == 0; }
    /// What most samples are.
    [[nodiscard]] QRgb most() const
    {
        return std::max_element(m_bins.begin(), m_bins.end(),
                                [](const Bin &a, const Bin &b) { return a.count < b.count; })
            ->colour;
    }
    /// What else is too much to be the letters or their edges, such as a drawing below half of a line.
    [[nodiscard]] std::vector<QRgb> others(const QColor &ink) const
    {
        std::vector<QRgb> found;
        const QRgb ground = most();
        for (const Bin &bin : m_bins) {
            if (bin.count > m_all * secondGround && !isBetween(ink.rgb(), ground, bin.colour))
                found.push_back(bin.colour);
        }
        return found;
    }

private:
    struct Bin {
        QRgb colour = 0;
        int count = 0;
    };
    QHash<QRgb, Bin> m_bins;
    int m_all = 0;
};

} // namespace

double contrastOf(QRgb one, QRgb other)
{
    const auto [least, most] = std::minmax({luminance(one), luminance(other)});
    return (most + 0.05) / (least + 0.05);
}

namespace {

class Check {
public:
    Check(const QImage &picture, double pixelsPerMm, const ContrastFloors &floors)
        : m_picture(picture), m_pixelsPerMm(pixelsPerMm), m_floors(floors)
    {
    }

    void lookAtText(const Thing &text)
    {
        const QRect place = (text.shown.toAlignedRect() & m_picture.rect());
        Samples samples;
        const int stepX = std::max(1, place.width() / samplesAcross);
        const int stepY = std::max(1, place.height() / samplesAcross);
        for (int y = place.top(); y <= place.bottom(); y += stepY) {
            for (int x = place.left(); x <= place.right(); x += stepX)
                samples.add(m_picture.pixel(x, y));
        }
        if (samples.empty())
            return;
        const auto ink = text.item->property("color").value<QColor>();
        double least = contrastOf(over(ink, text.opacity, samples.most()), samples.most());
        for (const QRgb ground : samples.others(ink))
            least = std::min(least, contrastOf(over(ink, text.opacity, ground), ground));
        const bool aside = !text.enabled || isWithin(text.item, "DemonstrationRibbon");
        say(u"\"%1\""_s.arg(text.words.left(40)), least, aside ? m_floors.aside : m_floors.text);
    }

    void lookAtSign(const Thing &sign)
    {
        // Inside a sign there may be a patch of warm colour; its ground is what is drawn along its rim.
        const QRect place = sign.shown.toAlignedRect() & m_picture.rect();
        Samples rim;
        for (int x = place.left(); x <= place.right(); ++x) {
            rim.add(m_picture.pixel(x, place.top()));
            rim.add(m_picture.pixel(x, place.bottom()));
        }
        for (int y = place.top(); y <= place.bottom(); ++y) {
            rim.add(m_picture.pixel(place.left(), y));
            rim.add(m_picture.pixel(place.right(), y));
        }
        if (rim.empty() || !sign.enabled)
            return;
        const QRgb stroke = over(sign.item->property("color").value<QColor>(), sign.opacity, rim.most());
        say(u"the sign %1"_s.arg(sign.words), contrastOf(stroke, rim.most()), m_floors.sign);
    }

    /// Walks from outside over each edge, at several places: how far does anything there stand out?
    void lookAtControl(const Thing &control)
    {
        if (!control.enabled)
            return; // WCAG asks nothing of what cannot be pressed
        const QRect place = control.shown.toRect();
        const bool cutAbove = control.shown.top() > control.rect.top() + 1;
        const bool cutBelow = control.shown.bottom() < control.rect.bottom() - 1;
        std::vector<double> sides;
        for (const int side : {0, 1, 2, 3}) {
            if ((side == 0 && cutAbove) || (side == 1 && cutBelow))
                continue;
            std::vector<double> lines;
            for (const double share : {0.25, 0.4, 0.5, 0.6, 0.75}) {
                if (const double found = overTheEdge(place, side, share); found > 0)
                    lines.push_back(found);
            }
            if (lines.empty())
                continue;
            std::sort(lines.begin(), lines.end());
            sides.push_back(lines[lines.size() / 2]);
        }
        if (!sides.empty())
            say(u"the edge of \"%1\""_s.arg(control.words.left(40)), *std::min_element(sides.begin(), sides.end()),
                m_floors.control);
    }

    QStringList faults;

private:
    /// 0 where the edge is the window's.
    double overTheEdge(const QRect &place, int side, double share) const
    {
        const QPoint across(place.left() + qRound(place.width() * share), place.top() + qRound(place.height() * share));
        const QPoint start = side == 0   ? QPoint(across.x(), place.top())
                             : side == 1 ? QPoint(across.x(), place.bottom())
                             : side == 2 ? QPoint(place.left(), across.y())
                                         : QPoint(place.right(), across.y());
        const QPoint inwards = side == 0   ? QPoint(0, 1)
                               : side == 1 ? QPoint(0, -1)
                               : side == 2 ? QPoint(1, 0)
                                           : QPoint(-1, 0);
        constexpr int before = 3; // pixels: past the blurred edge of a rectangle that stands between two pixels
        const QPoint outside = start - before * inwards;
        if (!m_picture.rect().contains(outside))
            return 0;
        const QRgb around = m_picture.pixel(outside);
        const int depth = std::max(4, qRound(1.5 * m_pixelsPerMm));
        double most = 1;
        for (int at = -before; at < depth; ++at) {
            const QPoint point = start + at * inwards;
            if (m_picture.rect().contains(point))
                most = std::max(most, contrastOf(around, m_picture.pixel(point)));
        }
        return most;
    }

    void say(const QString &what, double found, double floor)
    {
        if (found < floor - 0.005)
            faults.append(u"%1 has a contrast of %2, below %3"_s.arg(what).arg(found, 0, 'f', 2).arg(floor));
    }

    const QImage &m_picture;
    double m_pixelsPerMm;
    ContrastFloors m_floors;
};

} // namespace

QStringList contrastFaults(const Sight &sight, const QImage &picture, double pixelsPerMm, const ContrastFloors &floors)
{
    Check check(picture, pixelsPerMm, floors);
    for (const Thing &text : sight.texts) {
        if (text.isSeen())
            check.lookAtText(text);
    }
    for (const Thing &sign : sight.signs) {
        if (sign.isSeen())
            check.lookAtSign(sign);
    }
    for (const Thing &control : sight.controls) {
        if (control.isSeen())
            check.lookAtControl(control);
    }
    return check.faults;
}

} // namespace porchlight::programs
