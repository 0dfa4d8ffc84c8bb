// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// Three things to think of before printing, and two equal ways to take the numbers along.
Column {
    id: root

    required property bool canPrint
    readonly property bool besides: !(Theme.compact && Theme.textSize > 2)
    readonly property int cell: besides ? Math.floor((width - spacing) / 2) : width

    signal printRequested
    signal rememberRequested

    spacing: Theme.gap

    NoteText {
        english: qsTrId("slip.sound:english") + qsTrId("slip.look-up:english") + qsTrId("slip.safe:english")
        sign: "print"
        text: qsTrId("slip.sound") + " " + qsTrId("slip.look-up") + " " + qsTrId("slip.safe")
        width: parent.width
    }

    Grid {
        columns: root.besides ? 2 : 1
        spacing: root.spacing

        BigButton {
            enabled: root.canPrint
            label: qsTrId("slip.print")
            sign: "print"
            width: root.cell

            onActivated: root.printRequested()
        }

        BigButton {
            enabled: root.canPrint
            label: qsTrId("slip.remember")
            sign: "remember"
            width: root.cell

            onActivated: root.rememberRequested()
        }
    }
}
