// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/page_controls.h"

#include <QAccessible>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

QString roleName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
        return u"button"_s;
    case QAccessible::CheckBox:
        return u"checkbox"_s;
    case QAccessible::RadioButton:
        return u"radio"_s;
    case QAccessible::ListItem:
        return u"listitem"_s;
    case QAccessible::Link:
        return u"link"_s;
    default:
        return {};
    }
}

void collect(QQuickItem *item, const QRectF &clip, QJsonArray &into, const QJsonObject &page)
{
    if (!item->isVisible())
        return;
    const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const QRectF inside = item->clip() ? clip & rect : clip;
    if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item)) {
        const QString role = roleName(face->role());
        const QRectF shown = rect & clip;
        if (!role.isEmpty() && !shown.isEmpty() && !face->state().invisible) {
            QJsonObject control = page;
            control.insert(u"name"_s, face->text(QAccessible::Name));
            control.insert(u"role"_s, role);
            control.insert(u"enabled"_s, item->isEnabled());
            control.insert(u"x"_s, shown.x());
            control.insert(u"y"_s, shown.y());
            control.insert(u"w"_s, shown.width());
            control.insert(u"h"_s, shown.height());
            into.append(control);
        }
    }
    for (QQuickItem *child : item->childItems())
        collect(child, inside, into, page);
}

} // namespace

QJsonArray controlsOf(QQuickWindow *window, const QString &page, const QString &language)
{
    QJsonArray controls;
    const QJsonObject common{{u"page"_s, page}, {u"language"_s, language}};
    collect(window->contentItem(), QRectF(QPointF(), window->size()), controls, common);
    return controls;
}

} // namespace porchlight::programs
