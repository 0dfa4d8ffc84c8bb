// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace porchlight::controls {

/// A drawing of media/ by its path without ".svg", such as "icons/home", in the colours of the look that is on. The
/// software scene graph has no shader that could tint an Image, so "currentColor" and the amber of the icons are
/// replaced in the drawing before it is rendered.
class Drawing : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    Q_PROPERTY(QColor glow READ glow WRITE setGlow NOTIFY glowChanged FINAL)
    Q_PROPERTY(bool fills READ fills WRITE setFills NOTIFY fillsChanged FINAL)
    Q_PROPERTY(qreal radius READ radius WRITE setRadius NOTIFY radiusChanged FINAL)
    Q_PROPERTY(bool squareBelow READ squareBelow WRITE setSquareBelow NOTIFY squareBelowChanged FINAL)
    Q_PROPERTY(bool mirrored READ mirrored WRITE setMirrored NOTIFY mirroredChanged FINAL)

public:
    explicit Drawing(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) {}

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QColor color() const { return m_color; }
    /// What stands in for amber.
    [[nodiscard]] QColor glow() const { return m_glow; }
    /// Shows more of the ground at the sides, or of the sky, instead of leaving the item empty there.
    [[nodiscard]] bool fills() const { return m_fills; }
    [[nodiscard]] qreal radius() const { return m_radius; }
    /// Only the upper corners are round.
    [[nodiscard]] bool squareBelow() const { return m_squareBelow; }
    [[nodiscard]] bool mirrored() const { return m_mirrored; }
    void setName(const QString &name);
    void setColor(const QColor &color);
    void setGlow(const QColor &glow);
    void setFills(bool fills);
    void setRadius(qreal radius);
    void setSquareBelow(bool squareBelow);
    void setMirrored(bool mirrored);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void nameChanged();
    void colorChanged();
    void glowChanged();
    void fillsChanged();
    void radiusChanged();
    void squareBelowChanged();
    void mirroredChanged();

private:
    template <class T> void set(T &member, const T &value, void (Drawing::*changed)());

    QString m_name;
    QColor m_color = Qt::black;
    QColor m_glow = Qt::white;
    bool m_fills = false;
    qreal m_radius = 0;
    bool m_squareBelow = false;
    bool m_mirrored = false;
};

} // namespace porchlight::controls
