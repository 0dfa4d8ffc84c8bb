// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/slip_arrangement.h"

#include "print/square_code.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace porchlight::print {

namespace {

using Role = SlipLine::Role;

constexpr double columnGapMm = 8;
constexpr double belowContactsOnSheetMm = 6;
// Of Latin letters, accents on capitals and all; other scripts take what their ink needs.
constexpr Reach latinReach{0.95, 0.26};
constexpr Reach digitsReach{0.82, 0.16};
constexpr double airBetweenLines = 0.04;
constexpr double codeAboveMm = 3;
// Modules of whole dots at 203 dpi, half a millimetre at least: what cheap phones read off a receipt.
constexpr double moduleStepMm = 25.4 / 203;
constexpr int fewestSteps = 4;
constexpr double usualCodeMm = 26;

struct RoleStyle {
    double ofBody; ///< size relative to the body text; 0: the size of numbers
    bool bold;
    double spaceAboveMm;
    double spaceAboveOnSheetMm;
};

RoleStyle styleOf(Role role)
{
    switch (role) {
    case Role::Heading:
        return {1.2, true, 1, 3};
    case Role::Name:
        return {1, true, 1.9, 5.5};
    case Role::Number:
        return {0, true, 0.4, 0.6};
    case Role::Detail:
        return {1, false, 0.3, 0.9};
    case Role::Sentence:
        return {1, false, 2.5, 2.5};
    case Role::English:
        return {1, false, 0, 0};
    case Role::Mark:
        return {1, true, 0, 0};
    }
    return {1, false, 0, 0};
}

bool isLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() < 0x250 || (c.unicode() >= 0x2010 && c.unicode() < 0x2070); });
}

QFont fontFor(const SlipDocument &document, const SlipLine &line, const RoleStyle &style)
{
    // Numbers and English are drawn alike on every slip, not in the Latin letters of another script's font.
    QStringList families{document.fontFamily, u"Noto Sans"_s};
    if (isLatin(line.text))
        std::swap(families[0], families[1]);
    QFont font;
    font.setFamilies(families);
    const double pt = style.ofBody > 0 ? document.bodyPt * style.ofBody : document.numberPt;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pt * unitsPerPt))));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Where it takes no more lines, each sentence begins on its own.
Paragraph sentences(const QString &text, const ParagraphStyle &style)
{
    Paragraph asItComes(text, style);
    const int lines = asItComes.layout().lineCount();
    if (lines < 2)
        return asItComes;
    QString parted = text;
    Paragraph each(parted.replace(u". "_s, u"."_s + QChar(QChar::LineSeparator)), style);
    return each.layout().lineCount() == lines ? std::move(each) : std::move(asItComes);
}

} // namespace

double Column::oneWidth() const
{
    return (width - (number - 1) * columnGapMm * unitsPerMm) / number;
}

Arrangement::Arrangement(const SlipDocument &document, Column column) : m_document(document), m_column(column)
{
    m_column.width = std::max(1.0, m_column.width);
    const Qt::Alignment side = (document.rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    bool contact = false;
    for (const SlipLine &line : document.lines) {
        contact = line.role == Role::Name || line.role == Role::Number ||
                  (contact && (line.role == Role::Detail || line.role == Role::English));
        const RoleStyle style = styleOf(line.role);
        const bool framed = line.role == Role::Mark;
        const bool number = line.role == Role::Number;
        const double width =
            (contact ? m_column.oneWidth() : m_column.width) - (framed ? 2 * framePaddingMm * unitsPerMm : 0);
        const ParagraphStyle shape{fontFor(document, line, style), framed ? Qt::Alignment(Qt::AlignHCenter) : side,
                                   line.rightToLeft && !number ? Qt::RightToLeft : Qt::LeftToRight, width, number};
        m_paragraphs.push_back(line.role == Role::Sentence ? sentences(line.text, shape) : Paragraph(line.text, shape));
    }
    m_code = squareCode(document.code, 1);
}

void Arrangement::place(const std::vector<bool> &stands, double air)
{
    m_air = air;
    m_placed.clear();
    m_height = 0;
    const std::vector<Block> all = blocks(stands);
    std::vector<Block> contacts;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].ofContact)
            contacts.push_back(all[i]);
        if (all[i].ofContact && i + 1 < all.size() && all[i + 1].ofContact)
            continue;
        if (all[i].ofContact) {
            putContacts(contacts);
            contacts.clear();
            continue;
        }
        m_height += m_placed.empty() ? 0 : all[i].above;
        put(all[i], {0, m_height});
        m_height += all[i].height;
    }
    putCode();
}

double Arrangement::spaceAbove(Role role) const
{
    const RoleStyle style = styleOf(role);
    return (m_document.widthMm == 0 ? style.spaceAboveOnSheetMm : style.spaceAboveMm) * unitsPerMm * m_air;
}

std::vector<Arrangement::Block> Arrangement::blocks(const std::vector<bool> &stands)
{
    std::vector<Block> found;
    const bool sheet = m_document.widthMm == 0;
    bool named = false;
    for (std::size_t i = 0; i < m_document.lines.size(); ++i) {
        const SlipLine &line = m_document.lines[i];
        if (!stands[i])
            continue;
        const bool contact = !found.empty() && found.back().ofContact;
        const bool below = line.role == Role::English || (contact && line.role == Role::Detail) ||
                           (contact && line.role == Role::Number && named);
        if (found.empty() || !below) {
            named = line.role == Role::Name;
            const bool begins = named || line.role == Role::Number;
            // A number without a name stands apart from the next as names do.
            double apart = spaceAbove(begins ? Role::Name : line.role);
            if (sheet && contact && !begins)
                apart += belowContactsOnSheetMm * unitsPerMm * m_air;
            found.push_back({{}, begins, apart, 0});
        }
        found.back().lines.push_back(i);
    }
    spaceLines(found);
    return found;
}

/// All lines of one script and kind reach as far as the tallest of them, so that they stand evenly.
void Arrangement::spaceLines(std::vector<Block> &blocks)
{
    std::optional<Reach> own;
    for (const Block &block : blocks)
        for (const std::size_t i : block.lines)
            if (m_document.lines[i].role != Role::Number && !isLatin(m_document.lines[i].text)) {
                const Reach ink = m_paragraphs[i].ink();
                own = own.value_or(latinReach);
                own->above = std::max(own->above, ink.above + airBetweenLines);
                own->below = std::max(own->below, ink.below);
            }
    for (Block &block : blocks) {
        block.height = 0;
        for (std::size_t j = 0; j < block.lines.size(); ++j) {
            const SlipLine &line = m_document.lines[block.lines[j]];
            Paragraph &paragraph = m_paragraphs[block.lines[j]];
            paragraph.space(line.role == Role::Number ? digitsReach
                            : isLatin(line.text)      ? latinReach
                                                      : own.value_or(latinReach));
            block.height += paragraph.height() + (j > 0 ? spaceAbove(line.role) : 0);
            if (line.role == Role::Mark)
                block.height += (2 * framePaddingMm + 1) * unitsPerMm;
        }
    }
}

void Arrangement::put(const Block &block, QPointF at)
{
    double y = at.y();
    for (const std::size_t i : block.lines) {
        const SlipLine &line = m_document.lines[i];
        const bool framed = line.role == Role::Mark;
        const double padding = framed ? framePaddingMm * unitsPerMm : 0;
        if (i != block.lines.front())
            y += spaceAbove(line.role);
        m_placed.push_back({&m_paragraphs[i], {at.x() + padding, y + padding}, framed});
        y += m_paragraphs[i].height() + 2 * padding;
    }
}

/// One below the other; in two columns the first takes as many as make the lower end of both as high as can be.
void Arrangement::putContacts(const std::vector<Block> &contacts)
{
    const auto heightOf = [&](std::size_t begin, std::size_t end) {
        double height = 0;
        for (std::size_t i = begin; i < end; ++i)
            height += contacts[i].height + (i > begin ? contacts[i].above : 0);
        return height;
    };
    std::size_t inFirst = contacts.size();
    if (m_column.number > 1)
        for (std::size_t i = 1; i <= contacts.size(); ++i)
            if (std::max(heightOf(0, i), heightOf(i, contacts.size())) <
                std::max(heightOf(0, inFirst), heightOf(inFirst, contacts.size())))
                inFirst = i;
    const double top = m_height + (m_placed.empty() ? 0 : contacts.front().above);
    const double beside = m_column.width - m_column.oneWidth();
    double y = top;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const bool second = i >= inFirst;
        y = i == inFirst ? top : y + (i > 0 ? contacts[i].above : 0);
        put(contacts[i], {second != m_document.rightToLeft ? beside : 0, y});
        y += contacts[i].height;
    }
    m_height = top + std::max(heightOf(0, inFirst), heightOf(inFirst, contacts.size()));
}

void Arrangement::putCode()
{
    if (m_code.isNull())
        return;
    const int modules = m_code.width() - 2 * quietModules;
    const double widest = std::min(usualCodeMm, m_column.width / unitsPerMm);
    const int steps = std::max(fewestSteps, static_cast<int>(widest / modules / moduleStepMm));
    const double module = steps * moduleStepMm * unitsPerMm;
    const double quiet = quietModules * module;
    const double above = m_placed.empty() ? 0 : codeAboveMm * unitsPerMm;
    // Its modules stand in line with the text; the quiet zone reaches into the margin.
    const double x = m_document.rightToLeft ? m_column.width - modules * module - quiet : -quiet;
    m_codeAt = QRectF(x, m_height + above - quiet, m_code.width() * module, m_code.height() * module);
    // Whatever follows keeps off it as far as it needs.
    m_height += std::max(above, m_placed.empty() ? 0 : quiet) + modules * module;
    m_codeAt.moveTop(m_height - modules * module - quiet);
}

} // namespace porchlight::print
