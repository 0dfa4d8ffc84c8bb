// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// One number as large as the screen allows, to write down or to learn by heart; several take turns.
Page {
    id: root

    required property LargePage large
    property int at: 0
    readonly property int count: large.values.length
    readonly property int now: Math.max(0, Math.min(at, count - 1))

    title: qsTrId("large.title")

    TitleText {
        text: root.title
        visible: !Theme.compact
        width: parent.width
    }

    BodyText {
        text: qsTrId("large.how")
        visible: !Theme.barBeside
        width: parent.width
    }

    Item {
        height: Math.max(board.height + 2 * Theme.gap, Theme.compact ? 0 : root.room * (Theme.portrait ? 0.68 : 0.5))
        width: parent.width

        Rectangle {
            anchors.fill: parent
            border.color: Theme.edgeColor
            border.width: Theme.edge
            color: Theme.cardColor
            radius: Theme.radius
        }

        Column {
            id: board

            anchors.centerIn: parent
            spacing: Theme.gap
            width: parent.width - 2 * Theme.padding

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: root.count > 0 ? root.large.names[root.now] : ""
                width: parent.width
            }

            PhoneNumber {
                font.pixelSize: Math.min(Theme.mm(46), Math.round(parent.width / (Theme.compact ? 7 : 5)))
                horizontalAlignment: Text.AlignHCenter
                value: root.count > 0 ? root.large.values[root.now] : ""
                width: parent.width
            }

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: root.count === 1 ? root.large.instruction : ""
                visible: text.length > 0
                width: parent.width
            }

            SupportText {
                font.family: Theme.latinFamily
                horizontalAlignment: Text.AlignHCenter
                text: "\u2066" + (root.now + 1) + " / " + root.count + "\u2069"
                visible: root.count > 1
                width: parent.width
            }
        }
    }

    Row {
        id: turns

        spacing: Theme.gap
        visible: root.count > 1
        width: parent.width

        BigButton {
            directed: true
            enabled: root.now > 0
            sign: "previous"
            label: qsTrId("large.previous")
            width: (turns.width - turns.spacing) / 2

            onActivated: root.at = root.now - 1
        }

        BigButton {
            directed: true
            enabled: root.now + 1 < root.count
            sign: "next"
            label: qsTrId("large.next")
            trailing: true
            width: (turns.width - turns.spacing) / 2

            onActivated: root.at = root.now + 1
        }
    }

    SayInEnglish {
        sentence: root.large.interpreterSentence
        width: parent.width
    }
}
