// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/controls.h"

#include <QQuickItem>
#include <QQuickWindow>

namespace porchlight::screen {

namespace {

/// Every control of ours is a Pressable, and nothing else has its signal and its label.
bool isPressable(const QQuickItem &item)
{
    const QMetaObject *type = item.metaObject();
    return type->indexOfSignal("activated()") >= 0 && type->indexOfProperty("label") >= 0;
}

void collect(QQuickItem *item, const QRectF &clip, QList<Control> &into)
{
    if (!item->isVisible() || !item->isEnabled())
        return;
    const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const QRectF inside = item->clip() ? clip & rect : clip;
    if (const QRectF seen = rect & clip; isPressable(*item) && seen.width() > 2 && seen.height() > 2)
        into.append({item, seen.center(), item->property("label").toString(), item->property("sign").toString()});
    for (QQuickItem *child : item->childItems())
        collect(child, inside, into);
}

} // namespace

QList<Control> controlsOn(QQuickWindow &window)
{
    QList<Control> controls;
    collect(window.contentItem(), QRectF(QPointF(), window.size()), controls);
    return controls;
}

} // namespace porchlight::screen
