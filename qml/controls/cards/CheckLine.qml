// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// Something that may stand on the slip. A box with a tick, and the same in words for those who listen.
Pressable {
    id: root

    required property string value
    required property string stateWords
    property string note: ""
    property string noteEnglish: ""

    choice: true
    implicitHeight: Math.max(Theme.touchTarget, words.implicitHeight + Theme.padding)

    Accessible.checkable: true
    Accessible.description: value + note + " " + stateWords
    Accessible.role: Accessible.CheckBox

    CardGround {
        chosen: root.selected
        pressed: root.pressed
    }

    Rectangle {
        id: box

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        border.color: root.selected ? Theme.accentColor : Theme.edgeColor
        border.width: 2 * Theme.edge
        color: root.selected ? Theme.accentColor : Theme.cardColor
        height: width
        radius: Theme.mm(1)
        width: Theme.mm(Theme.compact ? 6 : 8)

        Icon {
            anchors.fill: parent
            anchors.margins: Theme.mm(1)
            color: Theme.accentInkColor
            sign: "check"
            visible: root.selected
        }
    }

    Column {
        id: words

        anchors.left: box.right
        anchors.leftMargin: Theme.padding
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter

        BodyText {
            text: root.label
            width: parent.width

            Accessible.ignored: true
        }

        PhoneNumber {
            font.pixelSize: Theme.bodySize
            value: root.value
            visible: value.length > 0
            width: parent.width

            Accessible.ignored: true
        }

        SupportText {
            text: root.note
            visible: text.length > 0
            width: parent.width

            Accessible.ignored: true
        }

        EnglishBeside {
            english: root.noteEnglish
            width: parent.width
        }
    }

    FocusRing {
        shown: root.ringShown
    }
}
