// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <limits>
#include <vector>

namespace porchlight::controls {

/// Where a column that is taller than the screen may be parted, so that no line, tile or card is ever cut in half.
/// Follows the height of the content, in the same frame.
class PageBreaks : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *content READ content WRITE setContent NOTIFY contentChanged FINAL)
    Q_PROPERTY(qreal whole READ whole WRITE setWhole NOTIFY roomChanged FINAL)
    Q_PROPERTY(qreal part READ part WRITE setPart NOTIFY roomChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    using QQuickItem::QQuickItem;

    [[nodiscard]] QQuickItem *content() const { return m_content; }
    void setContent(QQuickItem *content);
    /// The room when nothing has to be parted.
    [[nodiscard]] qreal whole() const { return m_whole; }
    void setWhole(qreal whole);
    /// What is left of it when buttons to turn must stand there.
    [[nodiscard]] qreal part() const { return m_part; }
    void setPart(qreal part);
    /// One where all fits.
    [[nodiscard]] int count() const { return static_cast<int>(m_parts.size()); }
    /// Pixels from the top of the content where a part begins.
    Q_INVOKABLE [[nodiscard]] qreal startOf(int part) const;
    /// Pixels from there to where nothing more stands in one piece.
    Q_INVOKABLE [[nodiscard]] qreal heightOf(int part) const;
    /// Pixels of empty space above and below it, at most `wished`: more would show what stands on its neighbours.
    Q_INVOKABLE [[nodiscard]] qreal roomAbove(int part, qreal wished) const;
    Q_INVOKABLE [[nodiscard]] qreal roomBelow(int part, qreal wished) const;

    /// Which part shows this item; -1 when it is no part of the content.
    Q_INVOKABLE [[nodiscard]] int partOf(QQuickItem *item) const;
    /// What a part begins with, told by its place among its siblings: it means the same sentence when text size,
    /// language or shape change, or when the page is made anew. Empty for the first part.
    Q_INVOKABLE [[nodiscard]] QString markOf(int part) const;
    /// Which part shows what was marked.
    Q_INVOKABLE [[nodiscard]] int partOfMark(const QString &mark) const;

Q_SIGNALS:
    void contentChanged();
    void roomChanged();
    void changed();

protected:
    void updatePolish() override;

private:
    struct Part {
        qreal start = 0;
        qreal height = 0;
        qreal above = std::numeric_limits<qreal>::max();
        qreal below = std::numeric_limits<qreal>::max();
        bool operator==(const Part &) const = default;
    };
    QPointer<QQuickItem> m_content;
    qreal m_whole = 0;
    qreal m_part = 0;
    std::vector<Part> m_parts{Part{}};
};

} // namespace porchlight::controls
