// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/paragraph.h"

#include <QGlyphRun>
#include <QRawFont>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace porchlight::print {

namespace {

struct Run {
    qsizetype begin;
    qsizetype end;
};

std::vector<Run> digitRuns(const QString &text)
{
    static const QRegularExpression pattern(uR"([+(]?[0-9][-0-9(). \x{2011}]*[0-9])"_s);
    std::vector<Run> runs;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        runs.push_back({match.capturedStart(), match.capturedEnd()});
    }
    return runs;
}

std::unique_ptr<QTextLayout> shape(const QString &text, const ParagraphStyle &style)
{
    auto layout = std::make_unique<QTextLayout>(text, style.font);
    QTextOption option(style.alignment);
    option.setTextDirection(style.direction);
    option.setWrapMode(style.oneLine ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    double y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(style.width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout->endLayout();
    return layout;
}

/// Burmese: Qt breaks its lines anywhere, in the middle of a syllable too.
bool breaksItselfBadly(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Myanmar; });
}

bool endsWord(QChar sign)
{
    return sign == u' ' || sign == QChar(0x200B);
}

/// Lines broken only after a space, or the mark that a release sets between words.
QString brokenBetweenWords(const QString &text, const ParagraphStyle &style)
{
    ParagraphStyle whole = style;
    whole.oneLine = true;
    const auto layout = shape(text, whole);
    const QTextLine line = layout->lineAt(0);
    QString broken;
    double begin = 0; // of the line
    qsizetype word = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        if (at < text.size() && !endsWord(text[at - 1]))
            continue;
        const qsizetype ink = at - (endsWord(text[at - 1]) ? 1 : 0);
        if (word > 0 && line.cursorToX(static_cast<int>(ink)) - begin > style.width) {
            begin = line.cursorToX(static_cast<int>(word));
            broken += QChar::LineSeparator;
        }
        broken += QStringView(text).mid(word, at - word);
        word = at;
    }
    return broken;
}

/// Where a run that a line break cuts begins; nothing when all are whole.
std::optional<qsizetype> cutRun(const QTextLayout &layout)
{
    const auto runs = digitRuns(layout.text());
    for (int i = 1; i < layout.lineCount(); ++i) {
        const qsizetype at = layout.lineAt(i).textStart();
        const auto cut = std::find_if(runs.begin(), runs.end(), [&](Run r) { return r.begin < at && at < r.end; });
        if (cut != runs.end())
            return cut->begin;
    }
    return std::nullopt;
}

bool isTooWide(const QTextLayout &layout, double width)
{
    for (int i = 0; i < layout.lineCount(); ++i)
        if (layout.lineAt(i).naturalTextWidth() > width)
            return true;
    return false;
}

} // namespace

Paragraph::Paragraph(const QString &text, const ParagraphStyle &style)
{
    QString broken = breaksItselfBadly(text) ? brokenBetweenWords(text, style) : text;
    ParagraphStyle fitting = style;
    while (true) {
        m_layout = shape(broken, fitting);
        const auto cut = cutRun(*m_layout);
        if (cut && *cut > 0 && broken[*cut - 1] != QChar::LineSeparator)
            broken.insert(*cut, QChar::LineSeparator);
        else if ((cut || isTooWide(*m_layout, style.width)) && fitting.font.pixelSize() > 1)
            fitting.font.setPixelSize(std::max(1, fitting.font.pixelSize() * 19 / 20));
        else
            break;
    }
    for (int i = 0; i < m_layout->lineCount(); ++i)
        m_height += m_layout->lineAt(i).height();
}

Paragraph::Paragraph(Paragraph &&) noexcept = default;
Paragraph &Paragraph::operator=(Paragraph &&) noexcept = default;
Paragraph::~Paragraph() = default;

Reach Paragraph::ink() const
{
    Reach reach;
    const double size = m_layout->font().pixelSize();
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const double base = line.y() + line.ascent();
        // A run's own rectangle is that of its lines, not of its ink.
        for (const QGlyphRun &run : line.glyphRuns()) {
            const QRawFont font = run.rawFont();
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> at = run.positions();
            for (qsizetype j = 0; j < glyphs.size(); ++j) {
                const QRectF box = font.boundingRect(glyphs[j]).translated(at[j]);
                reach.above = std::max(reach.above, (base - box.top()) / size);
                reach.below = std::max(reach.below, (box.bottom() - base) / size);
            }
        }
    }
    return reach;
}

void Paragraph::space(Reach reach)
{
    const double size = m_layout->font().pixelSize();
    m_height = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        QTextLine line = m_layout->lineAt(i);
        line.setPosition({line.x(), m_height + reach.above * size - line.ascent()});
        m_height += (reach.above + reach.below) * size;
    }
}

} // namespace porchlight::print
