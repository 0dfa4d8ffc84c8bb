// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// What this screen keeps (nothing), how Clear screen works, and what the information is. Shown once by itself
// before the first page that a person may want to hide; then it leads on.
Page {
    id: root

    required property bool demonstration
    required property bool leadsOn

    signal goOnRequested

    readonly property bool pairs: Theme.landscape && !Theme.reaching && Theme.textSize <= 2 && !leadsOn
    readonly property int cell: pairs ? Math.floor((columnWidth - 3 * Theme.gap) / 2) : columnWidth

    asideShare: 0.36
    asideShown: leadsOn && Theme.landscape && !Theme.reaching && Theme.showsPictures
    banner: Theme.portrait ? "porch" : ""
    title: leadsOn ? qsTrId("about.clear-title") : qsTrId("about.title")

    aside: Picture {
        height: Theme.mm(84)
        picture: "porch"
        width: root.asideWidth
    }

    TitleText {
        text: root.title
        width: parent.width
    }

    NoteText {
        sign: "info"
        text: qsTrId("demonstration.notice")
        visible: root.demonstration && !root.leadsOn
        width: parent.width
    }

    // In rows, so that a long page is parted between them.
    Grid {
        columnSpacing: 3 * Theme.gap
        columns: root.pairs ? 2 : 1
        rowSpacing: Theme.gap * (Theme.barBeside ? 1 : 2)

        FactRow {
            english: qsTrId("about.clear:english") + qsTrId("about.clear-after:english")
            heading: root.leadsOn ? "" : qsTrId("about.clear-title")
            text: qsTrId("about.clear") + " " + qsTrId("about.clear-after")
            width: root.cell
        }

        FactRow {
            english: qsTrId("about.keeps:english") + qsTrId("about.nearby:english")
            heading: qsTrId("about.keeps-title")
            text: qsTrId("about.keeps") + " " + qsTrId("about.nearby") + " " + qsTrId("about.no-trace")
            width: root.cell
        }

        FactRow {
            heading: qsTrId("about.idle-title")
            text: root.leadsOn ? "" : qsTrId("about.idle") + " " + qsTrId("about.idle-after")
            width: root.cell
        }

        FactRow {
            english: root.leadsOn ? "" : qsTrId("about.legal:english")
            heading: qsTrId("about.legal-title")
            text: root.leadsOn ? "" : qsTrId("about.legal") + " " + qsTrId("about.sources")
            width: root.cell
        }
    }

    BigButton {
        directed: true
        sign: "next"
        label: qsTrId("about.go-on")
        primary: true
        trailing: true
        visible: root.leadsOn
        width: parent.width

        onActivated: root.goOnRequested()
    }
}
