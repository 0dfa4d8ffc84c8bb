// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// "Need more time?" Nothing of the page below is seen, and both answers are equally large.
Rectangle {
    id: root

    signal moreRequested
    signal againRequested

    color: Theme.pageColor

    Accessible.name: question.text
    Accessible.role: Accessible.Dialog

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: Math.round(root.height * (Theme.reaching ? 0.27 : Theme.portrait ? 0.1 : 0))
        spacing: Theme.mm(Theme.compact ? (Theme.textSize > 2 ? 1.5 : 5) : Theme.low ? 6 : 14)
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(300))

        Picture {
            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.mm(Theme.low ? 46 : 80)
            picture: Theme.compact || (Theme.low && Theme.textSize > 2) ? "" : "cup"
            width: Math.min(parent.width, Theme.mm(Theme.low ? 80 : 140))
        }

        TitleText {
            id: question

            font.pixelSize: Theme.compact ? Math.min(Theme.titleSize, Theme.mm(7.6)) : Theme.low && Theme.tallScript ? Theme.titleSize : Theme.welcomeSize
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("idle.title")
            width: parent.width
        }

        EnglishBeside {
            english: qsTrId("idle.title:english")
            font.pixelSize: Theme.compact ? Math.min(Theme.supportSize, Theme.mm(6)) : Theme.supportSize
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }

        Row {
            id: answers

            readonly property int cell: Math.floor((width - spacing) / 2)
            readonly property int tall: Math.max(Theme.mm(Theme.compact ? 18 : Theme.low ? 24 : 32), more.implicitHeight, again.implicitHeight)

            spacing: Theme.gap
            width: parent.width

            BigButton {
                id: more

                height: answers.tall
                labelSize: Theme.barBeside ? Math.min(Theme.bodySize, Theme.mm(Theme.low ? 10 : 7.2)) : Theme.bodySize
                label: qsTrId("idle.more")
                width: answers.cell

                onActivated: root.moreRequested()
            }

            BigButton {
                id: again

                height: answers.tall
                labelSize: Theme.barBeside ? Math.min(Theme.bodySize, Theme.mm(Theme.low ? 10 : 7.2)) : Theme.bodySize
                label: qsTrId("idle.again")
                width: answers.cell

                onActivated: root.againRequested()
            }
        }
    }
}
