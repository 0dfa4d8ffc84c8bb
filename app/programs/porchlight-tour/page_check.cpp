// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/page_check.h"

#include <QFont>
#include <QGlyphRun>
#include <QQuickItem>
#include <QTextLayout>

#include <vector>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal tolerance = 1.5; // pixels: fractions of a line box

class Check {
public:
    Check(const Sight &sight, const QSizeF &window) : m_window(QPointF(), window)
    {
        for (const Thing &text : sight.texts) {
            if (text.isSeen())
                lookAtText(text);
        }
    }

    QStringList faults()
    {
        for (std::size_t a = 0; a < m_texts.size(); ++a) {
            for (std::size_t b = a + 1; b < m_texts.size(); ++b) {
                const QRectF both = m_texts[a]->shown & m_texts[b]->shown;
                if (both.width() > tolerance && both.height() > tolerance)
                    m_faults.append(
                        u"\"%1\" lies over \"%2\""_s.arg(m_texts[b]->words.left(40), m_texts[a]->words.left(40)));
            }
        }
        return m_faults;
    }

private:
    void lookAtText(const Thing &thing)
    {
        const QQuickItem *item = thing.item;
        const QString &text = thing.words;
        const QRectF &rect = thing.rect;
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
            (!thing.scrolled && (rect.top() < within.top() || rect.bottom() > within.bottom())))
            m_faults.append(u"\"%1\" leaves the window"_s.arg(words));
        lookAtGlyphs(item, text, words);
        m_texts.push_back(&thing);
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
    std::vector<const Thing *> m_texts;
    QStringList m_faults;
};

} // namespace

QStringList faultsOf(const Sight &sight, const QSizeF &window)
{
    return Check(sight, window).faults();
}

} // namespace porchlight::programs
