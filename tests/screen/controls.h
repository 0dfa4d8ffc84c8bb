// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>

class QQuickItem;
class QQuickWindow;

namespace porchlight::screen {

/// Something that can be pressed, where it can be seen.
struct Control {
    QQuickItem *item;
    QPointF middle; ///< of what is seen of it, in window pixels
    QString name;   ///< what it is called aloud
    QString sign;   ///< of its drawing, which is the same in every language; empty if it has none
};

/// What a finger could press now, in the order it is drawn.
QList<Control> controlsOn(QQuickWindow &window);

} // namespace porchlight::screen
