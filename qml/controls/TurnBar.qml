// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// Turns a long page part by part: no drag, no swipe, no scroll bar to catch.
Item {
    id: root

    required property int part
    required property int parts

    /// On a small panel the text needs the height more than the button does.
    readonly property int labelSize: Theme.barBeside ? Math.min(Theme.bodySize, Theme.mm(Theme.low ? 8 : Theme.tallScript ? 5.6 : 7)) : Theme.bodySize

    /// The button that can be pressed now, first the one that leads on.
    readonly property Pressable awake: part + 1 < parts ? moreButton : upButton

    signal up
    signal more

    implicitHeight: Theme.barBeside ? Theme.touchTarget : Math.max(moreButton.implicitHeight, upButton.implicitHeight)

    BigButton {
        id: upButton

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        enabled: root.part > 0
        labelSize: root.labelSize
        sign: "up"
        label: qsTrId("topic.before")
        mute: Theme.barBeside
        width: Theme.barBeside ? Theme.mm(Theme.low ? 30 : 20) : Math.round((root.width - place.width) / 2)

        onActivated: root.up()
    }

    Text {
        id: place

        anchors.left: upButton.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.softInkColor
        font.family: Theme.latinFamily
        font.pixelSize: Math.min(Theme.supportSize, root.labelSize)
        horizontalAlignment: Text.AlignHCenter
        text: (Theme.rightToLeft ? "\u200f" : "") + (root.part + 1) + " / " + root.parts
        width: implicitWidth + 2 * Theme.gap
    }

    BigButton {
        id: moreButton

        anchors.bottom: parent.bottom
        anchors.left: place.right
        anchors.right: parent.right
        anchors.top: parent.top
        enabled: root.part + 1 < root.parts
        labelSize: root.labelSize
        sign: "more"
        label: qsTrId("topic.more")
        primary: true

        onActivated: root.more()
    }
}
