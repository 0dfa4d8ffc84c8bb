// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// An edge beside what is being said, where reading begins: for those who listen and see, and cannot read. It stands
// still while nothing is said, and where the ring of the keys is there is none.
Rectangle {
    id: root

    /// Of what is being said, in the shell.
    required property rect place
    readonly property real away: Theme.mm(Theme.compact ? 0.8 : 1.6)

    color: Theme.ringColor
    height: place.height
    radius: width / 2
    visible: place.width > 0 && place.height > 0
    width: Theme.mm(Theme.compact ? 0.8 : 1.2)
    x: Theme.rightToLeft ? place.x + place.width + away : Math.max(0, place.x - away - width)
    y: place.y

    Accessible.ignored: true
}
