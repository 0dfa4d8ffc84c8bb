// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

// The sheet of a card.
Rectangle {
    property bool pressed: false
    property bool chosen: false

    anchors.fill: parent
    border.color: chosen ? Theme.accentColor : Theme.edgeColor
    border.width: chosen ? 3 * Theme.edge : Theme.edge
    color: pressed ? Theme.pressedColor : chosen ? Theme.tintColor : Theme.cardColor
    radius: Theme.radius
}
