// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// One way to reach someone. The card opens the number in large, as its last line says.
Pressable {
    id: root

    required property string channelId
    required property string kind
    required property string kindName
    required property string value
    required property string instruction
    required property string hours
    /// The word "Open" before the hours; spoken only, a clock shows it.
    required property string hoursName
    required property string mark
    required property string action

    choice: true
    label: kindName + " " + value
    implicitHeight: column.implicitHeight + 2 * Theme.padding

    Accessible.description: instruction + " " + hoursName + " " + hours + " " + action

    CardGround {
        pressed: root.pressed
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(1.2)

        SignedText {
            sign: root.kind
            text: root.kindName
            width: parent.width
        }

        PhoneNumber {
            value: root.value
            width: parent.width

            Accessible.ignored: true
        }

        BodyText {
            text: root.instruction
            visible: text.length > 0
            width: parent.width
        }

        SignedText {
            lead: root.hoursName
            sign: "clock"
            text: root.hours
            width: parent.width
        }

        SignedText {
            sign: "info"
            text: root.mark
            width: parent.width
        }

        SignedText {
            bold: true
            ink: Theme.accentColor
            sign: "large"
            text: root.action
            width: parent.width
        }
    }

    FocusRing {
        shown: root.ringShown
    }
}
