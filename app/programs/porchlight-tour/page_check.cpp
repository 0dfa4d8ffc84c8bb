// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/page_check.h"

#include <QColor>
#include <QFont>
#include <QGlyphRun>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal tolerance = 1.5; // pixels: fractions of a line box

struct Shown {
    QString words;
    QRectF rect; ///< what is painted, in window pixels, clipped
};

class Check {
public:
    explicit Check(QQuickWindow *window) : m_window(QPointF(), window->size())
    {
        look(window->contentItem(), m_window, false);
    }

    QStringList faults()
    {
        for (std::size_t a = 0; a < m_texts.size(); ++a) {
            for (std::size_t b = a + 1; b < m_texts.size(); ++b) {
                const QRectF both = m_texts[a].rect & m_texts[b].rect;
                if (both.width() > tolerance && both.height() > tolerance)
                    m_faults.append(u"\"%1\" lies over \"%2\""_s.arg(m_texts[b].words, m_texts[a].words));
            }
        }
        return m_faults;
    }

private:
    void look(QQuickItem *item, const QRectF &clip, bool scrolled)
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const QRectF inside = item->clip() ? clip & rect : clip;
        if (item->inherits("QQuickText"))
            lookAtText(item, rect, inside, scrolled);
        if (item->inherits("QQuickRectangle") && item->property("color").value<QColor>().alpha() == 255)
            hideBelow(rect & clip);
        QList<QQuickItem *> children = item->childItems();
        std::stable_sort(children.begin(), children.end(), [](auto *a, auto *b) { return a->z() < b->z(); });
        for (QQuickItem *child : children)
            look(child, inside, scrolled || item->clip());
    }

    /// What a cover hides is no fault: it is painted before and cannot be seen.
    void hideBelow(const QRectF &cover)
    {
        const QRectF reach = cover.adjusted(-tolerance, -tolerance, tolerance, tolerance);
        std::erase_if(m_texts, [&](const Shown &text) { return reach.contains(text.rect); });
    }

    void lookAtText(QQuickItem *item, const QRectF &rect, const QRectF &clip, bool scrolled)
    {
        const QString text = item->property("text").toString();
        if (text.trimmed().isEmpty())
            return;
        const QString words = text.left(40);
        const QSizeF painted(item->property("contentWidth").toReal(), item->property("contentHeight").toReal());
        if (item->property("truncated").toBool())
            m_faults.append(u"\"%1\" is cut short"_s.arg(words));
        // The space at the end of a wrapped right-to-left line hangs over and is counted.
        const bool hangs = text.isRightToLeft() && item->property("lineCount").toInt() > 1;
        const qreal space = hangs ? item->property("font").value<QFont>().pixelSize() * 0.3 : 0;
        if (painted.width() > rect.width() + tolerance + space)
            m_faults.append(
                u"\"%1\" is wider than its place by %2 px"_s.arg(words).arg(painted.width() - rect.width()));
        // Our texts cut off what stands empty above and below the tall lines of some scripts.
        if (painted.height() > rect.height() + item->property("trimmed").toReal() + tolerance)
            m_faults.append(
                u"\"%1\" is taller than its place by %2 px"_s.arg(words).arg(painted.height() - rect.height()));
        const QRectF within = m_window.adjusted(-tolerance, -tolerance, tolerance, tolerance);
        if (rect.left() < within.left() || rect.right() > within.right() ||
            (!scrolled && (rect.top() < within.top() || rect.bottom() > within.bottom())))
            m_faults.append(u"\"%1\" leaves the window"_s.arg(words));
        lookAtGlyphs(item, text, words);
        if (const QRectF shown = rect & clip; !shown.isEmpty())
            m_texts.push_back({words, shown});
    }

    void lookAtGlyphs(const QQuickItem *item, const QString &text, const QString &words)
    {
        QString drawn;
        for (const QChar character : text) {
            const QChar::Category category = character.category();
            if (category != QChar::Other_Format && category != QChar::Other_Control)
                drawn.append(character);
        }
        QTextLayout layout(drawn, item->property("font").value<QFont>());
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        for (const QGlyphRun &run : layout.glyphRuns()) {
            if (run.glyphIndexes().contains(0)) {
                m_faults.append(u"\"%1\" has a character without a glyph"_s.arg(words));
                return;
            }
        }
    }

    QRectF m_window;
    std::vector<Shown> m_texts;
    QStringList m_faults;
};

} // namespace

QStringList faultsOf(QQuickWindow *window)
{
    return Check(window).faults();
}

} // namespace porchlight::programs
