// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/slip_layout.h"

#include "print/paragraph.h"
#include "print/pdf_privacy.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace porchlight::print {

namespace {

// Shaped once in fine units and scaled when painted, so that lines break alike on paper and on screen.
constexpr double unitsPerMm = 20;
constexpr double unitsPerPt = unitsPerMm * 25.4 / 72;
constexpr double mmPerInch = 25.4;
// Receipt printers leave 4 mm at each side blank.
constexpr double marginMm = 4;
constexpr double framePaddingMm = 0.8;

struct RoleStyle {
    double ofBody; ///< size relative to the body text; 0: the size of numbers
    bool bold;
    double spaceAboveMm;
};

RoleStyle styleOf(SlipLine::Role role)
{
    switch (role) {
    case SlipLine::Role::Heading:
        return {1.2, true, 0};
    case SlipLine::Role::Name:
        return {1, true, 2};
    case SlipLine::Role::Number:
        return {0, true, 0.3};
    case SlipLine::Role::Detail:
        return {1, false, 0.2};
    case SlipLine::Role::Sentence:
        return {1, false, 3};
    case SlipLine::Role::English:
        return {1, false, 0};
    case SlipLine::Role::Mark:
        return {0.9, true, 0};
    }
    return {1, false, 0};
}

struct Placed {
    Paragraph paragraph;
    QPointF at;
    bool framed;
};

struct Arrangement {
    std::vector<Placed> texts;
    double bottom = marginMm * unitsPerMm; ///< of the last text
};

QFont fontFor(const SlipDocument &document, const SlipLine &line, const RoleStyle &style)
{
    // Numbers and English keep their own line height beside a taller script.
    const bool latin = std::all_of(line.text.begin(), line.text.end(), [](QChar c) { return c.unicode() < 0x250; });
    QStringList families{document.fontFamily, u"Noto Sans"_s};
    if (latin)
        std::swap(families[0], families[1]);
    QFont font;
    font.setFamilies(families);
    const double pt = style.ofBody > 0 ? document.bodyPt * style.ofBody : document.numberPt;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pt * unitsPerPt))));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

Arrangement arrange(const SlipDocument &document)
{
    Arrangement done;
    const double column = std::max(1.0, (document.widthMm - 2 * marginMm) * unitsPerMm);
    const Qt::Alignment side = (document.rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    for (const SlipLine &line : document.lines) {
        const RoleStyle style = styleOf(line.role);
        const bool framed = line.role == SlipLine::Role::Mark;
        const double padding = framed ? framePaddingMm * unitsPerMm : 0;
        const bool number = line.role == SlipLine::Role::Number;
        Paragraph paragraph(line.text, {fontFor(document, line, style), framed ? Qt::Alignment(Qt::AlignHCenter) : side,
                                        line.rightToLeft && !number ? Qt::RightToLeft : Qt::LeftToRight,
                                        column - 2 * padding, number});
        const double above = done.texts.empty() ? 0 : style.spaceAboveMm * unitsPerMm;
        const QPointF at{marginMm * unitsPerMm + padding, done.bottom + above + padding};
        done.bottom = at.y() + paragraph.height() + padding + (framed ? unitsPerMm : 0);
        done.texts.push_back({std::move(paragraph), at, framed});
    }
    return done;
}

} // namespace

SlipLayout::SlipLayout(SlipDocument document, std::optional<Paper> /*paper*/) : m_document(std::move(document))
{
    const double needed = std::ceil(arrange(m_document).bottom / unitsPerMm + marginMm);
    m_sizeMm = {m_document.widthMm, std::max(m_document.heightMm, needed)};
}

void SlipLayout::paint(QPainter &painter, double dotsPerMm) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(dotsPerMm / unitsPerMm, dotsPerMm / unitsPerMm);
    painter.setPen(QPen(Qt::black, 0.3 * unitsPerMm));
    for (const Placed &placed : arrange(m_document).texts) {
        placed.paragraph.layout().draw(&painter, placed.at);
        if (!placed.framed)
            continue;
        const double padding = framePaddingMm * unitsPerMm;
        const double width = (m_document.widthMm - 2 * marginMm) * unitsPerMm;
        painter.drawRect(
            QRectF(placed.at.x() - padding, placed.at.y() - padding, width, placed.paragraph.height() + 2 * padding));
    }
    painter.restore();
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

} // namespace porchlight::print
