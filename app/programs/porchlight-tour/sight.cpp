// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/sight.h"

#include <QAccessible>
#include <QQuickWindow>

#include <algorithm>
#include <cstring>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal tolerance = 1.5;   // pixels: fractions of a line box
constexpr qreal enoughToSee = 40;  // pixels: more than the room that a clip leaves for a focus ring
constexpr qreal leastOfAThing = 4; // pixels

bool isControl(QAccessible::Role role)
{
    return role == QAccessible::Button || role == QAccessible::CheckBox || role == QAccessible::RadioButton ||
           role == QAccessible::ListItem || role == QAccessible::Link;
}

class Eye {
public:
    void look(QQuickItem *item, const Thing &around)
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        Thing here = around;
        here.item = item;
        here.rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        here.shown = here.rect & around.shown;
        here.enabled = item->isEnabled();
        here.opacity *= item->opacity();
        // What a rectangle covers was painted before it and cannot be seen.
        if (item->inherits("QQuickRectangle") && here.opacity == 1 &&
            item->property("color").value<QColor>().alpha() == 255)
            hideBelow(item, here.shown);
        note(here);

        Thing inside = here;
        inside.shown = item->clip() ? here.shown : around.shown;
        inside.scrolled = around.scrolled || item->clip();
        QList<QQuickItem *> children = item->childItems();
        std::stable_sort(children.begin(), children.end(), [](auto *a, auto *b) { return a->z() < b->z(); });
        for (QQuickItem *child : children)
            look(child, inside);
    }

    Sight sight;

private:
    void note(Thing &thing)
    {
        if (thing.item->inherits("QQuickText")) {
            thing.words = thing.item->property("text").toString();
            if (!thing.words.trimmed().isEmpty())
                sight.texts.push_back(thing);
        } else if (thing.item->inherits("porchlight::controls::Drawing")) {
            thing.words = thing.item->property("name").toString();
            if (thing.words.startsWith(u"icons/"_s))
                sight.signs.push_back(thing);
        }
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(thing.item);
        if (face && isControl(face->role()) && !face->state().invisible) {
            thing.words = face->text(QAccessible::Name);
            sight.controls.push_back(thing);
        }
    }

    /// But not what it stands in: the ground of a button is part of the button.
    void hideBelow(const QQuickItem *by, const QRectF &cover)
    {
        const QRectF reach = cover.adjusted(-tolerance, -tolerance, tolerance, tolerance);
        for (auto *things : {&sight.texts, &sight.controls, &sight.signs}) {
            for (Thing &thing : *things) {
                if (reach.contains(thing.shown) && !thing.item->isAncestorOf(by)) {
                    thing.shown = {};
                    thing.covered = true;
                }
            }
        }
    }
};

} // namespace

bool Thing::isSeen() const
{
    return shown.width() >= std::min(leastOfAThing, rect.width()) && !shown.isEmpty() &&
           shown.height() >= std::min(rect.height() / 2, enoughToSee);
}

QRectF shownOf(const QQuickItem *item)
{
    QRectF shown = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    for (const QQuickItem *around = item->parentItem(); around; around = around->parentItem()) {
        if (around->clip() || !around->parentItem())
            shown &= around->mapRectToScene(QRectF(0, 0, around->width(), around->height()));
    }
    return shown;
}

Sight lookAt(const QQuickWindow *window)
{
    Eye eye;
    Thing all;
    all.shown = QRectF(QPointF(), window->size());
    eye.look(window->contentItem(), all);
    return eye.sight;
}

bool isWithin(const QQuickItem *item, const char *type)
{
    for (; item; item = item->parentItem()) {
        if (isOfType(item, type))
            return true;
    }
    return false;
}

QQuickItem *findVisible(QQuickItem *below, const char *type)
{
    if (!below->isVisible())
        return nullptr;
    if (isOfType(below, type))
        return below;
    for (QQuickItem *child : below->childItems()) {
        if (QQuickItem *found = findVisible(child, type))
            return found;
    }
    return nullptr;
}

} // namespace porchlight::programs
