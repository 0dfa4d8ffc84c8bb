// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/speech/item_type.h"

#include <QColor>
#include <QQuickItem>
#include <QRectF>
#include <QString>

#include <vector>

class QQuickWindow;

namespace porchlight::programs {

/// Something that stands in the window, in window pixels.
struct Thing {
    QQuickItem *item = nullptr;
    QString words;
    QRectF rect;           ///< where it stands
    QRectF shown;          ///< what of it no clip cuts away; empty on another part of the page, and when covered
    bool enabled = true;   ///< as the chain of its parents has it
    bool covered = false;  ///< by something that is painted later
    bool scrolled = false; ///< in something that clips
    qreal opacity = 1;     ///< of the whole chain

    /// More than the edge of something that stands on the next part of the page.
    [[nodiscard]] bool isSeen() const;
};

/// All that stands in the window now, in the order in which it is painted.
struct Sight {
    std::vector<Thing> texts;
    std::vector<Thing> controls; ///< whatever an assistive program would call a button, box or link
    std::vector<Thing> signs;    ///< small drawings in one colour
};

/// What of an item in the window no clip cuts away.
QRectF shownOf(const QQuickItem *item);

Sight lookAt(const QQuickWindow *window);

using viewmodels::isOfType;
/// Does it stand in something of this QML type?
bool isWithin(const QQuickItem *item, const char *type);
/// The one of this QML type that is visible; null when there is none.
QQuickItem *findVisible(QQuickItem *below, const char *type);

} // namespace porchlight::programs
