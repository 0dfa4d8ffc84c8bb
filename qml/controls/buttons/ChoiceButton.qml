// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// One of a few that exclude each other. The selected one is told by a thick edge, a tick and a tint, not by colour alone.
Pressable {
    id: root

    property string sign: ""
    property int sampleSize: 0
    property int sampleRoom: 0
    property int labelSize: Theme.bodySize

    choosable: true
    implicitHeight: Math.max(Theme.touchTarget, column.implicitHeight + 2 * Theme.padding)

    Rectangle {
        anchors.fill: parent
        border.color: root.selected ? Theme.accentColor : Theme.edgeColor
        border.width: root.selected ? 3 * Theme.edge : Theme.edge
        color: root.pressed ? Theme.pressedColor : root.selected ? Theme.tintColor : Theme.cardColor
        radius: Theme.radius
    }

    Column {
        id: column

        anchors.centerIn: parent
        spacing: Theme.mm(1)
        width: parent.width - 2 * Theme.mm(1.5)

        Text {
            /// It is looked at only.
            readonly property bool silent: true

            anchors.horizontalCenter: parent.horizontalCenter
            height: root.sampleRoom
            verticalAlignment: Text.AlignVCenter
            color: Theme.inkColor
            font.family: Theme.latinFamily
            font.pixelSize: Math.max(1, root.sampleSize)
            text: "Aa"
            textFormat: Text.PlainText
            visible: root.sampleSize > 0

            Accessible.ignored: true
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: root.sign
            visible: root.sign.length > 0
        }

        BodyText {
            font.bold: root.selected
            font.pixelSize: Math.min(Theme.supportSize, root.labelSize)
            horizontalAlignment: Text.AlignHCenter
            text: root.label
            width: parent.width

            Accessible.ignored: true
        }
    }

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(1.5)
        anchors.top: parent.top
        anchors.topMargin: Theme.mm(1.5)
        color: Theme.accentColor
        height: width
        radius: width / 2
        visible: root.selected
        width: Theme.mm(Theme.compact ? 4.4 : 6)

        Icon {
            anchors.fill: parent
            anchors.margins: Theme.mm(1)
            color: Theme.accentInkColor
            sign: "check"
        }
    }

    FocusRing {
        shown: root.ringShown
    }
}
