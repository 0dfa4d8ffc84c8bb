// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// What stands beside the languages: the line of the season, and two ordinary pages.
Column {
    id: root

    required property list<int> lines

    signal aboutRequested
    signal coverRequested

    spacing: Theme.gap

    NoteText {
        passing: true
        sign: "lamp"
        text: season.text
        width: parent.width

        SeasonLine {
            id: season

            lines: root.lines
            running: root.visible
        }
    }

    Grid {
        id: asides

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        columns: Theme.compact || Theme.reaching || Theme.textSize > 3 ? 1 : 2
        spacing: Theme.gap
        width: parent.width

        BigButton {
            sign: "info"
            label: qsTrId("about.title")
            width: asides.cell

            onActivated: root.aboutRequested()
        }

        BigButton {
            sign: "clock"
            label: qsTrId("cover.hours")
            width: asides.cell

            onActivated: root.coverRequested()
        }
    }
}
