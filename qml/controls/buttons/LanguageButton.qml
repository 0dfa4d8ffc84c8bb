// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// A language by its own name, in its own letters.
Pressable {
    id: root

    required property string family
    /// Tag of the language whose name it is; empty for other words.
    property string tongue: ""

    choosable: true
    implicitHeight: Math.max(Theme.low ? 0 : Theme.touchTarget, name.implicitHeight + 2 * Theme.mm(Theme.barBeside ? 1 : 3))

    Rectangle {
        anchors.fill: parent
        border.color: root.selected ? Theme.accentColor : Theme.edgeColor
        border.width: root.selected ? 3 * Theme.edge : Theme.edge
        color: root.pressed ? Theme.pressedColor : Theme.cardColor
        radius: Theme.radius
    }

    BodyText {
        id: name

        anchors.centerIn: parent
        color: Theme.accentColor
        font.bold: root.choosable
        font.family: root.family
        font.pixelSize: Theme.headingSize
        fontSizeMode: Text.HorizontalFit
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        // On a small panel a long name becomes no larger with the text: three must stand beside one another.
        minimumPixelSize: Math.round(Math.min(Theme.headingSize * 0.5, Theme.mm(3.6)))
        text: root.label
        tongue: root.tongue
        verticalAlignment: Text.AlignVCenter
        width: parent.width - 2 * Theme.mm(2)

        Accessible.ignored: true
    }

    FocusRing {
        shown: root.ringShown
    }
}
