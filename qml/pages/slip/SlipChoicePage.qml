// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// What goes on the paper card, and beside it, where there is room, how it will look and the way to print it.
Page {
    id: root

    required property SlipPage slip

    signal printRequested
    signal rememberRequested

    asideShown: Theme.portrait ? Theme.textSize <= (Theme.tallScript ? 2 : 3) : Theme.landscape && Theme.textSize <= (Theme.tallScript ? 1 : 2) && !Theme.reaching
    title: qsTrId("slip.title")

    aside: Repeater {
        model: root.asideShown ? 1 : 0

        SlipDecision {
            room: root.asideRoom
            slip: root.slip
            width: root.asideWidth

            onPrintRequested: root.printRequested()
            onRememberRequested: root.rememberRequested()
            onWishChanged: root.asideHeight = wish
        }
    }

    TitleText {
        text: root.title
        width: parent.width
    }

    BodyText {
        text: qsTrId("slip.choose")
        width: parent.width
    }

    Grid {
        id: lines

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        columns: (Theme.low || Theme.reaching) && Theme.textSize <= 2 ? 2 : 1
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: root.slip.lines

            CheckLine {
                required property string channelId
                required property string contactName
                required property bool chosen

                label: contactName
                selected: chosen
                stateWords: chosen ? qsTrId("slip.chosen") : qsTrId("slip.not-chosen")
                width: lines.cell

                onActivated: root.slip.toggle(channelId)
            }
        }
    }

    CheckLine {
        choice: false
        label: qsTrId("slip.code")
        note: qsTrId("slip.code-note")
        noteEnglish: qsTrId("slip.code-note:english")
        selected: root.slip.withCode
        stateWords: root.slip.withCode ? qsTrId("slip.chosen") : qsTrId("slip.not-chosen")
        value: ""
        width: parent.width

        onActivated: root.slip.toggleCode()
    }

    Repeater {
        model: root.asideShown ? 0 : 1

        SlipDecision {
            slip: root.slip
            width: root.columnWidth

            onPrintRequested: root.printRequested()
            onRememberRequested: root.rememberRequested()
        }
    }
}
