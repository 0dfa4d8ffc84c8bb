// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_breaks.h"

#include <algorithm>
#include <vector>

namespace porchlight::controls {

namespace {

/// What must stay in one piece.
struct Atom {
    qreal top;
    qreal bottom;
    bool leads = false; ///< a heading: never the last on its part
    int choices = 0;    ///< how many of a list it holds
};

constexpr int mostChoices = 6; ///< of a list on one screen

struct Walk {
    qreal part;
    std::vector<Atom> atoms;
};

/// A control of a list says so by its property `choice`.
int choicesIn(const QQuickItem &item)
{
    if (!item.isVisible())
        return 0;
    if (item.property("choice").toBool())
        return 1;
    int choices = 0;
    for (const QQuickItem *child : item.childItems())
        choices += choicesIn(*child);
    return choices;
}

/// The lines of a long text, of equal height. Its first two stay together, and so do its last two.
void addLines(qreal top, qreal height, int lines, Walk &walk)
{
    const qreal line = height / lines;
    for (int at = 0; at < lines;) {
        const bool pair = lines > 3 && (at == 0 || at == lines - 2);
        const int next = at + (pair ? 2 : 1);
        walk.atoms.push_back({top + at * line, top + next * line});
        at = next;
    }
}

/// Long enough for its size that a part would stand half empty if it had to stay in one piece.
bool mayBeParted(const QQuickItem &text, int lines, qreal part)
{
    const bool large = text.height() > part * (lines > 3 ? 0.33 : 0.4);
    return lines > 2 && large && !text.property("heading").toBool();
}

void collect(const QQuickItem &parent, qreal top, Walk &walk);

/// What is taller than a part has to be parted; its edges go with what stands next to them.
void collectInside(const QQuickItem &item, qreal at, bool holds, Walk &walk)
{
    const std::size_t before = walk.atoms.size();
    collect(item, at, walk);
    const auto first = walk.atoms.begin() + static_cast<std::ptrdiff_t>(before);
    if (holds || first == walk.atoms.end())
        return;
    const auto byTop = [](const Atom &a, const Atom &b) { return a.top < b.top; };
    const auto byBottom = [](const Atom &a, const Atom &b) { return a.bottom < b.bottom; };
    const auto top = std::min_element(first, walk.atoms.end(), byTop);
    top->top = at;
    top->leads = true; // it begins on a part of its own
    std::max_element(first, walk.atoms.end(), byBottom)->bottom = at + item.height();
}

void collect(const QQuickItem &parent, qreal top, Walk &walk)
{
    const auto children = parent.childItems();
    for (const QQuickItem *child : children) {
        if (!child->isVisible() || child->height() <= 0)
            continue;
        const qreal at = top + child->y();
        const int lines = child->property("lineCount").toInt();
        // Columns, grids and flows only hold things; whatever else fits stays in one piece.
        const bool holds =
            child->inherits("QQuickColumn") || child->inherits("QQuickGrid") || child->inherits("QQuickFlow");
        if (mayBeParted(*child, lines, walk.part))
            addLines(at, child->height(), lines, walk);
        else if (!holds && child->height() <= walk.part)
            walk.atoms.push_back({at, at + child->height(), child->property("heading").toBool(), choicesIn(*child)});
        else if (lines > 1)
            addLines(at, child->height(), lines, walk);
        else
            collectInside(*child, at, holds, walk);
    }
}

/// Where the seventh choice below `start` begins; `end` if there are no more than six.
qreal topOfTooMany(qreal start, qreal end, const std::vector<Atom> &atoms)
{
    std::vector<qreal> tops;
    for (const Atom &atom : atoms) {
        if (atom.top >= start - 1)
            tops.insert(tops.end(), static_cast<std::size_t>(atom.choices), atom.top);
    }
    if (tops.size() <= mostChoices)
        return end;
    std::sort(tops.begin(), tops.end());
    return tops[mostChoices] > start + 1 ? tops[mostChoices] : end; // a single row is never cut
}

/// The lowest place above `limit` where no atom that begins below `start` is cut.
qreal cutBelow(qreal start, qreal limit, const std::vector<Atom> &atoms)
{
    constexpr qreal hair = 0.5;
    qreal cut = limit;
    for (bool moved = true; moved;) {
        moved = false;
        for (const Atom &atom : atoms) {
            if (atom.top > start + hair && atom.top < cut - hair && atom.bottom > cut + hair) {
                cut = atom.top;
                moved = true;
            }
        }
    }
    return cut;
}

/// Where the last whole thing of a part ends; headings at its foot go with what they lead.
qreal footOf(qreal start, qreal &cut, const std::vector<Atom> &atoms)
{
    for (;;) {
        const Atom *last = nullptr;
        for (const Atom &atom : atoms) {
            if (atom.bottom <= cut + 1 && atom.top >= start - 1 && (!last || atom.bottom > last->bottom))
                last = &atom;
            if (atom.top < cut - 1 && atom.bottom > cut + 1)
                return cut;
        }
        if (!last)
            return cut;
        if (!last->leads || last->top <= start + 1)
            return last->bottom;
        // What stands beside the heading may reach below it.
        cut = cutBelow(start, last->top, atoms);
    }
}

/// Where the lowest atom above a part ends; far above the first one.
qreal bottomAbove(qreal start, const std::vector<Atom> &atoms)
{
    qreal bottom = -std::numeric_limits<qreal>::max();
    for (const Atom &atom : atoms) {
        if (atom.bottom <= start + 1)
            bottom = std::max(bottom, atom.bottom);
    }
    return bottom;
}

/// Nothing but empty space is skipped to where the next atom begins.
qreal nextTop(qreal cut, qreal end, const std::vector<Atom> &atoms)
{
    qreal top = end;
    for (const Atom &atom : atoms) {
        if (atom.top >= cut - 1)
            top = std::min(top, atom.top);
        else if (atom.bottom > cut + 1)
            return cut;
    }
    return std::max(top, cut);
}

} // namespace

void PageBreaks::setContent(QQuickItem *content)
{
    if (m_content == content)
        return;
    if (m_content)
        m_content->disconnect(this);
    m_content = content;
    if (m_content) {
        connect(m_content, &QQuickItem::heightChanged, this, &QQuickItem::polish);
        connect(m_content, &QQuickItem::visibleChanged, this, &QQuickItem::polish);
    }
    polish();
    Q_EMIT contentChanged();
}

void PageBreaks::setWhole(qreal whole)
{
    m_whole = whole;
    polish();
    Q_EMIT roomChanged();
}

void PageBreaks::setPart(qreal part)
{
    m_part = part;
    polish();
    Q_EMIT roomChanged();
}

qreal PageBreaks::startOf(int part) const
{
    return part >= 0 && part < count() ? m_parts[static_cast<std::size_t>(part)].start : 0;
}

qreal PageBreaks::heightOf(int part) const
{
    return part >= 0 && part < count() ? m_parts[static_cast<std::size_t>(part)].height : 0;
}

qreal PageBreaks::roomAbove(int part, qreal wished) const
{
    return part >= 0 && part < count() ? std::clamp(m_parts[static_cast<std::size_t>(part)].above, 0.0, wished) : wished;
}

qreal PageBreaks::roomBelow(int part, qreal wished) const
{
    return part >= 0 && part < count() ? std::clamp(m_parts[static_cast<std::size_t>(part)].below, 0.0, wished) : wished;
}

void PageBreaks::updatePolish()
{
    if (!m_content || !m_content->isVisible() || m_part <= 0)
        return;
    const qreal end = m_content->height();
    std::vector<Part> parts;
    qreal start = 0;
    if (end > m_whole + 1 || choicesIn(*m_content) > mostChoices) {
        Walk walk{m_part, {}};
        collect(*m_content, 0, walk);
        for (;;) {
            const qreal tooMany = topOfTooMany(start, end, walk.atoms);
            if (end - start <= m_part + 1 && tooMany >= end)
                break;
            qreal cut = cutBelow(start, std::min(start + m_part, tooMany), walk.atoms);
            const qreal foot = footOf(start, cut, walk.atoms);
            const qreal next = nextTop(cut, end, walk.atoms);
            parts.push_back({start, foot - start, start - bottomAbove(start, walk.atoms), next - foot});
            start = next;
        }
        if (start < end)
            parts.push_back({start, end - start, start - bottomAbove(start, walk.atoms)});
    }
    if (parts.empty())
        parts.push_back({0, end});
    if (parts == m_parts)
        return;
    m_parts = std::move(parts);
    Q_EMIT changed();
}

QString PageBreaks::markOf(int part) const
{
    QString mark;
    if (!m_content || part <= 0)
        return mark;
    const QQuickItem *item = m_content;
    for (qreal start = startOf(part); item;) {
        // The child that holds the place, or else the first one below it.
        const QQuickItem *next = nullptr;
        const auto children = item->childItems();
        for (qsizetype at = 0; at < children.size() && !next; ++at) {
            const QQuickItem *child = children[at];
            if (child->isVisible() && child->height() > 0 && child->y() + child->height() > start + 1) {
                next = child;
                mark += QString::number(at) + u'/';
            }
        }
        start -= next ? next->y() : 0;
        item = next && start > 1 ? next : nullptr;
    }
    return mark;
}

int PageBreaks::partOfMark(const QString &mark) const
{
    QQuickItem *item = m_content;
    const auto steps = QStringView(mark).split(u'/', Qt::SkipEmptyParts);
    for (const QStringView step : steps) {
        const auto children = item ? item->childItems() : QList<QQuickItem *>();
        const int at = step.toInt();
        if (at >= children.size())
            break;
        item = children[at];
    }
    return item && item != m_content ? std::max(0, partOf(item)) : 0;
}

int PageBreaks::partOf(QQuickItem *item) const
{
    if (!m_content || !item || !m_content->isAncestorOf(item))
        return -1;
    const qreal top = item->mapToItem(m_content, QPointF(0, 0)).y();
    int part = 0;
    for (int at = 1; at < count(); ++at) {
        if (top >= startOf(at) - 1)
            part = at;
    }
    return part;
}

} // namespace porchlight::controls
