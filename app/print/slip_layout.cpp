// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/slip_layout.h"

#include "print/pdf_privacy.h"
#include "print/slip_arrangement.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace porchlight::print {

namespace {

constexpr double mmPerInch = 25.4;
// Receipt printers leave 4 mm at each side blank.
constexpr double cardMarginMm = 4;
constexpr double sheetMarginMm = 14;
constexpr Paper a4;
// What A4 and Letter have in common: a design of whole sheets must fit both.
constexpr QSizeF anySheetMm{210, 279.4};
// Two columns narrower than that would break most lines.
constexpr double leastForColumnsMm = 170;
// A sheet no wider than that beyond the slip is one made for cards.
constexpr double cardPrinterMm = 30;
// Of a roll. What is shorter can hardly be drawn out of the cutter, and porchlight-thermal takes no page below 25 mm:
// it would print one of its usual 200 mm.
constexpr double leastOnRollMm = 30;
constexpr double lineMm = 0.3;
constexpr double markMm = 4;
constexpr double markGapMm = 1.5;
// Of 255. Thin strokes of small letters are seldom quite black; heat makes dots grow, but these never fill a letter.
constexpr int blackBelow = 150;

// Of the usual space between texts. A card whose names alone outgrow it keeps its size with less.
constexpr double airStep = 0.1;
constexpr double leastAirForAll = 0.65;
constexpr double leastAirForNames = 0.35;

/// Of these ranks; English only where what it translates stands too.
std::vector<bool> linesOf(const std::vector<SlipLine> &lines, const std::set<int> &ranks)
{
    std::vector<bool> stands;
    bool translated = true;
    for (const SlipLine &line : lines) {
        const bool chosen = ranks.contains(line.givesWay);
        if (line.role != SlipLine::Role::English)
            translated = chosen;
        stands.push_back(chosen && translated);
    }
    return stands;
}

bool isEnglishOfWhatStays(const std::vector<SlipLine> &lines, int rank)
{
    bool stays = false;
    for (const SlipLine &line : lines) {
        if (line.role != SlipLine::Role::English)
            stays = line.givesWay == 0;
        if (line.givesWay == rank && (line.role != SlipLine::Role::English || !stays))
            return false;
    }
    return true;
}

} // namespace

SlipLayout::SlipLayout(SlipDocument document, std::optional<Paper> paper)
    : m_document(std::move(document)), m_paper(paper.value_or(a4))
{
    if (m_document.drawing) {
        m_sizeMm = m_document.drawing->sizeMm(m_paper);
        return;
    }
    fit();
    placeOn(paper);
}

/// Decides which lines give way, and whether contacts stand in one column or two, on the design's own size: so preview,
/// speech and every paper say the same.
void SlipLayout::fit()
{
    const bool sheet = m_document.widthMm == 0;
    const double margin = sheet ? sheetMarginMm : cardMarginMm;
    const QSizeF own = sheet ? anySheetMm : QSizeF(m_document.widthMm, m_document.heightMm);
    if (own.height() == 0)
        return;
    const double room = (own.height() - 2 * margin) * unitsPerMm;
    const double width = (own.width() - 2 * margin) * unitsPerMm;
    // On a card the code makes the card longer, so that with it and without it the same is said.
    SlipDocument fitted = m_document;
    if (!sheet)
        fitted.code.clear();
    Arrangement one(fitted, {width, 1});
    std::optional<Arrangement> two;
    double limit = room;
    // With as much air between the lines as there can be, and with less before something is left out.
    const auto fits = [&](const std::vector<bool> &stands, double leastAir) {
        for (m_air = 1; m_air >= leastAir; m_air -= airStep) {
            one.place(stands, m_air);
            m_columns = 1;
            if (one.height() <= limit)
                return true;
            if (!sheet)
                continue;
            if (!two)
                two.emplace(fitted, Column{width, 2});
            two->place(stands, m_air);
            m_columns = 2;
            if (two->height() <= limit)
                return true;
        }
        return false;
    };
    std::set<int> ranks;
    for (const SlipLine &line : fitted.lines)
        ranks.insert(line.givesWay);
    if (fits(linesOf(fitted.lines, ranks), leastAirForAll))
        return;
    const bool folds = !sheet && m_document.fold == content::Fold::Half;
    std::set<int> standing{0};
    for (const int rank : ranks) {
        standing.insert(rank);
        if (rank == 0 || fits(linesOf(fitted.lines, standing), leastAirForAll))
            continue;
        // Folded once, a card twice as long is no larger: for the English of what always stands, not for details.
        if (folds && isEnglishOfWhatStays(fitted.lines, rank)) {
            limit = room + own.height() * unitsPerMm;
            if (fits(linesOf(fitted.lines, standing), 1)) {
                limit = one.height();
                continue;
            }
            limit = room;
        }
        standing.erase(rank);
    }
    const std::vector<bool> stands = linesOf(fitted.lines, standing);
    fits(stands, leastAirForNames);
    std::size_t line = 0;
    std::erase_if(m_document.lines, [&](const SlipLine &) { return !stands[line++]; });
}

void SlipLayout::placeOn(const std::optional<Paper> &paper)
{
    const bool wholeSheet = m_document.widthMm == 0;
    const bool roll = paper && paper->heightMm == 0;
    const bool card = !wholeSheet && !roll;
    const bool corner = card && paper && paper->widthMm > m_document.widthMm + cardPrinterMm;
    double width = m_document.widthMm;
    double height = m_document.heightMm;
    m_place.marginMm = cardMarginMm;
    if (roll) {
        width = paper->widthMm;
        height = leastOnRollMm;
        m_place.marginMm = paper->marginMm;
    } else if (wholeSheet) {
        const Paper sheet = paper.value_or(a4);
        width = sheet.widthMm;
        height = sheet.heightMm;
        m_place.marginMm = std::max(sheetMarginMm, sheet.marginMm);
    } else if (paper && !corner) {
        width = std::min(width, paper->widthMm);
        m_place.marginMm = std::max(cardMarginMm, paper->marginMm);
    }
    m_place.air = roll ? 1 : m_air;
    m_place.columns = wholeSheet && !roll && width >= leastForColumnsMm ? m_columns : 1;

    const double textMm = textHeightMm(width);
    // Of paper that has an end: the slip may grow no further, and its text becomes smaller instead.
    const double offset = corner ? paper->marginMm + (m_document.cutMarks ? markGapMm + markMm : 0) : 0;
    const double most = roll || !(paper || wholeSheet) ? 0 : (paper ? paper->heightMm : height) - 2 * offset;
    double slipHeight = std::max(height, std::ceil(textMm + 2 * m_place.marginMm));
    if (most > 0 && slipHeight > most) {
        slipHeight = most;
        m_place.scale = std::min(1.0, (slipHeight - 2 * m_place.marginMm) / textMm);
    }
    const double left = corner && m_document.rightToLeft ? paper->widthMm - offset - width : offset;
    m_place.slip = QRectF(left, offset, width, slipHeight);
    m_sizeMm = corner ? QSizeF(paper->widthMm, paper->heightMm) : m_place.slip.size();
    m_place.cutMarks = corner && m_document.cutMarks;
}

double SlipLayout::textHeightMm(double widthMm) const
{
    Arrangement arrangement(m_document, {(widthMm - 2 * m_place.marginMm) * unitsPerMm, m_place.columns});
    arrangement.place(std::vector<bool>(m_document.lines.size(), true), m_place.air);
    return arrangement.height() / unitsPerMm;
}

void SlipLayout::paint(QPainter &painter, double dotsPerMm) const
{
    if (m_document.drawing)
        return m_document.drawing->paint(painter, m_paper, dotsPerMm);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(dotsPerMm / unitsPerMm, dotsPerMm / unitsPerMm);
    painter.setPen(QPen(Qt::black, lineMm * unitsPerMm));
    paintMarks(painter);

    const double width = m_place.slip.width() - 2 * m_place.marginMm;
    const double left =
        m_place.slip.left() + m_place.marginMm + (m_document.rightToLeft ? width * (1 - m_place.scale) : 0);
    painter.translate(left * unitsPerMm, (m_place.slip.top() + m_place.marginMm) * unitsPerMm);
    painter.scale(m_place.scale, m_place.scale);
    Arrangement arrangement(m_document, {width * unitsPerMm, m_place.columns});
    arrangement.place(std::vector<bool>(m_document.lines.size(), true), m_place.air);
    for (const Arrangement::Placed &placed : arrangement.texts()) {
        placed.paragraph->layout().draw(&painter, placed.at);
        const double padding = framePaddingMm * unitsPerMm;
        if (placed.framed)
            painter.drawRect(QRectF(placed.at.x() - padding, placed.at.y() - padding, width * unitsPerMm,
                                    placed.paragraph->height() + 2 * padding));
    }
    if (!arrangement.code().isNull()) {
        // From dot to dot: an edge between two would be grey.
        const QRectF dots = painter.transform().mapRect(arrangement.codeAt());
        const QRectF snapped(std::round(dots.x()), std::round(dots.y()), dots.width(), dots.height());
        painter.drawImage(painter.transform().inverted().mapRect(snapped), arrangement.code());
    }
    painter.restore();
}

/// Where to cut and where to fold.
void SlipLayout::paintMarks(QPainter &painter) const
{
    const auto line = [&](double x1, double y1, double x2, double y2) {
        painter.drawLine(QPointF(x1, y1) * unitsPerMm, QPointF(x2, y2) * unitsPerMm);
    };
    const QRectF slip = m_place.slip;
    if (m_place.cutMarks) {
        const double far = markGapMm + markMm;
        for (const double y : {slip.top(), slip.bottom()}) {
            line(slip.left() - far, y, slip.left() - markGapMm, y);
            line(slip.right() + markGapMm, y, slip.right() + far, y);
        }
        for (const double x : {slip.left(), slip.right()}) {
            line(x, slip.top() - far, x, slip.top() - markGapMm);
            line(x, slip.bottom() + markGapMm, x, slip.bottom() + far);
        }
    }
    if (m_document.widthMm > 0 && m_document.fold != content::Fold::None && m_place.cutMarks &&
        slip.height() > m_document.heightMm) { // beside the slip: on it there is no room
        const double middle = slip.center().y();
        line(slip.left() - 2 * markGapMm, middle, slip.left() - markGapMm, middle);
        line(slip.right() + markGapMm, middle, slip.right() + 2 * markGapMm, middle);
    }
    if (m_document.fold == content::Fold::None || slip.width() < leastForColumnsMm)
        return;
    const int parts = m_document.fold == content::Fold::Half ? 2 : 3;
    // Within what every printer reaches, and before the text.
    const double begin = cardMarginMm + 1;
    for (int i = 1; i < parts; ++i) {
        const double y = slip.height() * i / parts;
        line(begin, y, begin + markMm, y);
        line(slip.right() - begin - markMm, y, slip.right() - begin, y);
    }
}

QByteArray SlipLayout::pdf() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(u"slip"_s);
        writer.setCreator(u"slip"_s);
        writer.setDocumentXmpMetadata(neutralXmp());
        writer.setResolution(static_cast<int>(std::lround(unitsPerMm * mmPerInch)));
        writer.setPageSize(QPageSize(m_sizeMm, QPageSize::Millimeter, u"slip"_s, QPageSize::ExactMatch));
        writer.setPageMargins({});
        QPainter painter(&writer);
        paint(painter, writer.resolution() / mmPerInch);
    }
    return withoutOrigin(buffer.data());
}

QImage SlipLayout::image(int dpi) const
{
    const double dotsPerMm = dpi / mmPerInch;
    QImage image((m_sizeMm * dotsPerMm).toSize(), QImage::Format_Grayscale8);
    image.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMm * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, dotsPerMm);
    return image;
}

QImage SlipLayout::bitmap(int dpi) const
{
    const QImage grey = image(dpi);
    QImage bits(grey.size(), QImage::Format_Mono);
    bits.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    bits.setDotsPerMeterX(grey.dotsPerMeterX());
    bits.setDotsPerMeterY(grey.dotsPerMeterY());
    bits.fill(0);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *from = grey.constScanLine(y);
        uchar *to = bits.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            to[x / 8] = static_cast<uchar>(to[x / 8] | (from[x] < blackBelow ? 0x80 >> (x % 8) : 0));
    }
    return bits;
}

} // namespace porchlight::print
