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

    signal up
    signal more

    implicitHeight: Math.max(moreButton.implicitHeight, Theme.barBeside ? 0 : upButton.implicitHeight)

    BigButton {
        id: upButton

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        enabled: root.part > 0
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
        font.pixelSize: Theme.supportSize
        horizontalAlignment: Text.AlignHCenter
        text: "\u2066" + (root.part + 1) + " / " + root.parts + "\u2069"
        width: implicitWidth + 2 * Theme.gap
    }

    BigButton {
        id: moreButton

        anchors.bottom: parent.bottom
        anchors.left: place.right
        anchors.right: parent.right
        anchors.top: parent.top
        enabled: root.part + 1 < root.parts
        sign: "more"
        label: qsTrId("topic.more")
        primary: true

        onActivated: root.more()
    }
}
