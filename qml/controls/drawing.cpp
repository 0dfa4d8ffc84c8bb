// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"

#include <QFile>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <algorithm>

namespace porchlight::controls {

using namespace Qt::StringLiterals;

namespace {

/// The part of the plane that has the shape of `item` and holds all of `drawn`, which stands at its foot.
QRectF widened(const QRectF &drawn, const QSizeF &item)
{
    const qreal scale = std::min(item.width() / drawn.width(), item.height() / drawn.height());
    const QSizeF size = item / scale;
    return {drawn.center().x() - size.width() / 2, drawn.bottom() - size.height(), size.width(), size.height()};
}

QPainterPath rounded(const QRectF &rect, qreal radius, bool squareBelow)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, radius, radius);
    if (squareBelow)
        path.addRect(rect.adjusted(0, rect.height() / 2, 0, 0));
    return path;
}

} // namespace

template <class T> void Drawing::set(T &member, const T &value, void (Drawing::*changed)())
{
    if (member == value)
        return;
    member = value;
    update();
    Q_EMIT(this->*changed)();
}

void Drawing::setName(const QString &name)
{
    set(m_name, name, &Drawing::nameChanged);
}

void Drawing::setColor(const QColor &color)
{
    set(m_color, color, &Drawing::colorChanged);
}

void Drawing::setGlow(const QColor &glow)
{
    set(m_glow, glow, &Drawing::glowChanged);
}

void Drawing::setFills(bool fills)
{
    set(m_fills, fills, &Drawing::fillsChanged);
}

void Drawing::setRadius(qreal radius)
{
    set(m_radius, radius, &Drawing::radiusChanged);
}

void Drawing::setSquareBelow(bool squareBelow)
{
    set(m_squareBelow, squareBelow, &Drawing::squareBelowChanged);
}

void Drawing::setMirrored(bool mirrored)
{
    set(m_mirrored, mirrored, &Drawing::mirroredChanged);
}

void Drawing::paint(QPainter *painter)
{
    if (m_name.isEmpty())
        return;
    QFile file(u":/media/%1.svg"_s.arg(m_name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no drawing named %s", qUtf8Printable(m_name));
        return;
    }
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", m_color.name().toLatin1());
    drawing.replace("#e8a33d", m_glow.name().toLatin1());

    const QRectF all(0, 0, width(), height());
    QSvgRenderer renderer(drawing);
    if (m_fills)
        renderer.setViewBox(widened(renderer.viewBoxF(), all.size()));
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_radius > 0)
        painter->setClipPath(rounded(all, m_radius, m_squareBelow));
    if (m_mirrored) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    renderer.render(painter, all);
}

} // namespace porchlight::controls
