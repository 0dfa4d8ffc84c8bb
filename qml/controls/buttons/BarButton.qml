// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// One of the fixed bar: a sign above a word or two.
Pressable {
    id: root

    required property string sign
    property bool emphasis: false
    property bool directed: false

    readonly property color ink: emphasis ? Theme.accentInkColor : enabled ? Theme.accentColor : Theme.faintInkColor

    Rectangle {
        anchors.fill: parent
        border.color: root.emphasis ? color : root.selected ? Theme.accentColor : Theme.hairlineColor
        border.width: root.selected ? 2 * Theme.edge : Theme.edge
        color: root.emphasis ? (root.pressed ? Theme.accentPressedColor : Theme.accentColor) : root.pressed ? Theme.pressedColor : Theme.cardColor
        radius: Theme.radius
        visible: root.enabled
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.mm(Theme.compact ? 1 : 3)

        Icon {
            id: drawn

            anchors.horizontalCenter: parent.horizontalCenter
            color: root.ink
            directed: root.directed
            glow: !root.enabled ? "transparent" : root.emphasis ? root.ink : Theme.glowColor
            height: width
            sign: root.sign
            width: Theme.mm(Theme.compact ? 6 : 8)
        }

        BodyText {
            color: root.ink
            font.bold: root.emphasis
            font.pixelSize: Theme.barSize
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(Theme.barSize * 0.55)
            text: root.label
            width: parent.width
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }

    FocusRing {
        shown: root.ringShown
    }
}
