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
    // Two smaller lines where one would have to be tiny.
    readonly property int room: width - Theme.mm(Theme.compact ? 1 : 3)
    readonly property real fit: Math.min(1, 0.97 * room / Math.max(1, measure.advanceWidth))
    readonly property bool folded: fit < 0.8 && !Theme.compact && !Theme.tallScript && label.includes(" ")

    readonly property color ink: emphasis ? Theme.accentInkColor : enabled ? Theme.accentColor : Theme.faintInkColor

    Rectangle {
        anchors.fill: parent
        border.color: root.emphasis ? color : root.selected ? Theme.accentColor : Theme.edgeColor
        border.width: root.selected ? 2 * Theme.edge : Theme.edge
        color: root.emphasis ? (root.pressed ? Theme.accentPressedColor : Theme.accentColor) : root.pressed ? Theme.pressedColor : Theme.cardColor
        radius: Theme.radius
        visible: root.enabled
    }

    Column {
        anchors.centerIn: parent
        width: root.room

        Icon {
            id: drawn

            anchors.horizontalCenter: parent.horizontalCenter
            color: root.ink
            directed: root.directed
            glow: !root.enabled ? Theme.tintColor : root.emphasis ? root.ink : Theme.glowColor
            height: width
            sign: root.sign
            width: Theme.mm(Theme.compact || root.folded ? 6 : 8)
        }

        WordFitText {
            id: words

            bold: root.emphasis
            color: root.ink
            fullSize: Math.floor(Theme.barSize * (root.folded ? 0.76 : root.fit))
            horizontalAlignment: Text.AlignHCenter
            text: root.label
            visible: !Theme.compact
            width: parent.width

            Accessible.ignored: true
        }

        // A small panel has no height for two lines.
        BodyText {
            color: root.ink
            font.bold: root.emphasis
            font.pixelSize: Theme.barSize
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(Theme.barSize * 0.55)
            verticalAlignment: Text.AlignVCenter
            text: root.label
            visible: Theme.compact
            width: parent.width
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }

    TextMetrics {
        id: measure

        font.bold: root.emphasis
        font.family: Theme.fontFamily
        font.pixelSize: Theme.barSize
        text: root.label
    }

    FocusRing {
        shown: root.ringShown
    }
}
