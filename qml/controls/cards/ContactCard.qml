// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// Who there is to talk to: name, what for, the number itself. The whole card opens the page about them.
Pressable {
    id: root

    required property string number
    required property string numberKind
    required property string forWhat
    required property string hours
    property string mark: ""
    /// What pressing it does; spoken only, the arrow shows it.
    property string action: ""
    property bool emergency: false
    /// Where there is little room: all but name and number waits on the page about them.
    property bool brief: false

    choice: true
    heard: action
    implicitHeight: column.implicitHeight + 2 * Theme.padding

    Accessible.description: forWhat + " " + number + " " + hours + " " + action

    CardGround {
        pressed: root.pressed
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.edge
        anchors.top: parent.top
        color: root.emergency ? Theme.emergencyColor : Theme.accentColor
        radius: Theme.radius
        width: Theme.mm(2)
    }

    Grid {
        id: column

        // On a low panel the number stands beside the name, unless the name is long.
        readonly property int half: Math.round(width * 0.5)
        readonly property int share: Theme.low && width > Theme.mm(130) && Theme.textSize <= 2 && measure.advanceWidth < 1.8 * half ? half : width

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding + Theme.mm(2)
        anchors.right: arrow.left
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        columns: share < width ? 2 : 1
        rowSpacing: Theme.mm(1.2)
        verticalItemAlignment: Grid.AlignVCenter

        BodyText {
            id: name

            font.bold: true
            font.pixelSize: Theme.nameSize
            text: root.label
            width: column.share

            Accessible.ignored: true
        }

        SupportText {
            text: root.forWhat
            visible: text.length > 0 && !root.brief
            width: column.share

            Accessible.ignored: true
        }

        Row {
            leftPadding: column.share < column.width ? Theme.gap : 0
            spacing: Theme.mm(2)

            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                color: value.color
                height: width
                sign: root.numberKind
                width: Math.round(Theme.numberSize * 1.1)
            }

            PhoneNumber {
                id: value

                color: root.emergency ? Theme.emergencyColor : Theme.accentColor
                value: root.number
                width: (column.share < column.width ? column.width - column.share - Theme.gap : column.width) - sign.width - parent.spacing

                Accessible.ignored: true
            }
        }

        SignedText {
            sign: "clock"
            text: root.hours
            visible: text.length > 0 && !root.brief
            width: column.share

            Accessible.ignored: true
        }

        SignedText {
            sign: "info"
            text: root.mark
            visible: text.length > 0 && !root.brief
            width: column.share
        }
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        directed: true
        height: width
        sign: "next"
        width: Theme.mm(Theme.compact ? 5 : 7)
    }

    TextMetrics {
        id: measure

        font: name.font
        text: root.label
    }

    FocusRing {
        shown: root.ringShown
    }
}
