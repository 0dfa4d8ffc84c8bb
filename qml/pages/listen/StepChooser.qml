// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// One of a few steps, between a button that takes one away and one that adds one. Steps that are taken are filled, the
// others are outlines, so that form tells it and not colour alone.
Item {
    id: root

    required property string heading
    required property string lessLabel
    required property string moreLabel
    required property int step
    required property int steps
    readonly property int labelSize: Math.min(Theme.bodySize, Theme.mm(Theme.compact ? 5.6 : Theme.low ? 7 : 100))
    readonly property bool stacked: Theme.portrait && Theme.textSize > 2
    readonly property int cell: Math.round((width - (stacked ? 1 : 2) * Theme.gap) * (stacked ? 0.5 : Theme.compact ? 0.35 : 0.3))
    readonly property int tall: Math.max(Theme.touchTarget, less.implicitHeight, more.implicitHeight)

    signal lessRequested
    signal moreRequested

    implicitHeight: stacked ? middle.height + Theme.gap + tall : Math.max(tall, middle.height)

    BigButton {
        id: less

        anchors.bottom: root.stacked ? parent.bottom : undefined
        anchors.left: parent.left
        anchors.verticalCenter: root.stacked ? undefined : parent.verticalCenter
        enabled: root.step > 1
        height: root.tall
        label: root.lessLabel
        labelSize: root.labelSize
        width: root.cell

        onActivated: root.lessRequested()
    }

    Column {
        id: middle

        anchors.left: root.stacked ? parent.left : less.right
        anchors.leftMargin: root.stacked ? 0 : Theme.gap
        anchors.right: root.stacked ? parent.right : more.left
        anchors.rightMargin: root.stacked ? 0 : Theme.gap
        anchors.top: root.stacked ? parent.top : undefined
        anchors.verticalCenter: root.stacked ? undefined : parent.verticalCenter
        spacing: Theme.mm(Theme.compact ? 1 : 2)

        BodyText {
            readonly property bool silent: true // said with the marks

            font.bold: true
            font.pixelSize: root.labelSize
            heading: true
            horizontalAlignment: Text.AlignHCenter
            text: root.heading
            width: parent.width
        }

        Row {
            id: marks

            readonly property int tallest: Theme.mm(Theme.compact ? 4.4 : Theme.low ? 6 : 9)
            readonly property int between: Theme.mm(Theme.compact ? 1 : 1.6)
            readonly property int mark: Math.min(Theme.mm(7), Math.floor((middle.width - (root.steps - 1) * between) / root.steps))

            /// How many are filled, with the heading; said anew whenever it changes.
            readonly property list<string> spokenLines: [root.step.toString()]
            readonly property string spokenHeading: root.heading

            anchors.horizontalCenter: parent.horizontalCenter
            height: tallest
            spacing: between

            Accessible.name: root.heading + " " + root.step + " / " + root.steps
            Accessible.role: Accessible.StaticText

            Repeater {
                model: root.steps

                Rectangle {
                    required property int index
                    readonly property bool taken: index < root.step

                    anchors.bottom: parent ? parent.bottom : undefined
                    border.color: taken ? Theme.accentColor : Theme.edgeColor
                    border.width: Theme.edge
                    color: taken ? Theme.accentColor : Theme.cardColor
                    height: Math.round(marks.tallest * (0.4 + 0.6 * (index + 1) / root.steps))
                    radius: Theme.mm(0.8)
                    width: marks.mark
                }
            }
        }
    }

    BigButton {
        id: more

        anchors.bottom: root.stacked ? parent.bottom : undefined
        anchors.right: parent.right
        anchors.verticalCenter: root.stacked ? undefined : parent.verticalCenter
        enabled: root.step < root.steps
        height: root.tall
        label: root.moreLabel
        labelSize: root.labelSize
        width: root.cell

        onActivated: root.moreRequested()
    }
}
