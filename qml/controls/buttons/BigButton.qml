// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// A button with a sign and words. `primary` is filled: at most one on a page, and none where choices are equal.
Pressable {
    id: root

    property bool primary: false
    property bool trailing: false
    property bool directed: false
    property string sign: ""
    /// The sign alone is seen; the words are still spoken.
    property bool mute: false
    property int labelSize: Theme.bodySize

    readonly property bool filled: primary && enabled
    readonly property color ground: pressed ? (filled ? Theme.accentPressedColor : Theme.pressedColor) : filled ? Theme.accentColor : Theme.cardColor
    // Burmese letters reach further than their measure says.
    readonly property int slack: Math.round(Theme.bodySize * (words.font.family.includes("Myanmar") ? 0.9 : 0.3))
    readonly property color ink: filled ? Theme.accentInkColor : enabled ? Theme.accentColor : Theme.faintInkColor

    implicitHeight: Math.max(Theme.touchTarget, words.implicitHeight + 2 * Math.round(Theme.padding * 0.7))
    implicitWidth: measure.advanceWidth + slack + (sign.length > 0 ? drawn.width + Theme.gap : 0) + 2 * Theme.padding + Theme.gap

    Rectangle {
        anchors.fill: parent
        border.color: root.filled ? root.ground : root.enabled ? Theme.edgeColor : Theme.hairlineColor
        border.width: Theme.edge
        color: root.ground
        radius: Theme.radius
    }

    Row {
        anchors.centerIn: parent
        layoutDirection: root.trailing ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.gap

        Icon {
            id: drawn

            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            directed: root.directed
            glow: !root.enabled ? Theme.cardColor : root.filled && Theme.showsPictures ? "#5c7a6f" : Theme.glowColor
            height: width
            sign: root.sign
            visible: root.sign.length > 0
            width: Math.min(Theme.iconSize, Math.round(root.labelSize * 1.3))
        }

        BodyText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.bold: true
            font.pixelSize: root.labelSize
            horizontalAlignment: Text.AlignHCenter
            text: root.label
            visible: !root.mute
            width: Math.min(Math.ceil(measure.advanceWidth) + root.slack, root.width - 2 * Theme.padding - (drawn.visible ? drawn.width + Theme.gap : 0))

            Accessible.ignored: true
        }
    }

    // The words' own implicit width would depend on the width it decides.
    TextMetrics {
        id: measure

        font: words.font
        text: root.label
    }

    FocusRing {
        shown: root.ringShown
    }
}
