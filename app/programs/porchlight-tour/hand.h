// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

class QQuickItem;
class QQuickWindow;

namespace porchlight::programs {

/// A visitor's finger and keys, through the window as the system would give them.
class Hand {
public:
    explicit Hand(QQuickWindow *window) : m_window(window) {}

    /// Begins and ends in the middle of what is shown of the item.
    void press(const QQuickItem *item) const;
    void key(Qt::Key key) const;
    /// Nothing has the keys any more, as when a page is new.
    void letGo() const;
    /// Presses "More" of a page of several parts. False on the last part, and where there is but one.
    [[nodiscard]] bool more() const { return turn(u"more", 1); }
    /// Presses "Go up". False on the first part.
    [[nodiscard]] bool up() const { return turn(u"up", -1); }
    /// Until layouts, loaders and pictures have settled; nothing moves after that.
    static void settle();

private:
    [[nodiscard]] bool turn(QStringView sign, int by) const;

    QQuickWindow *m_window;
};

} // namespace porchlight::programs
