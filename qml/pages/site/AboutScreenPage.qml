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

    banner: Theme.portrait ? "porch" : ""
    title: leadsOn ? qsTrId("about.clear-title") : qsTrId("about.title")

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

    Panes {
        id: panes

        rowSpacing: Theme.gap * 2
        width: parent.width

        Column {
            spacing: Theme.gap * 2
            width: panes.firstWidth

            FactRow {
                english: qsTrId("about.clear:english") + qsTrId("about.clear-after:english")
                heading: root.leadsOn ? "" : qsTrId("about.clear-title")
                text: qsTrId("about.clear") + " " + qsTrId("about.clear-after")
                width: parent.width
            }

            FactRow {
                english: qsTrId("about.keeps:english") + qsTrId("about.nearby:english")
                heading: qsTrId("about.keeps-title")
                text: qsTrId("about.keeps") + " " + qsTrId("about.nearby") + " " + qsTrId("about.no-trace")
                width: parent.width
            }
        }

        Picture {
            height: Theme.mm(84)
            picture: root.leadsOn && Theme.landscape ? "porch" : ""
            width: panes.secondWidth
        }

        Column {
            spacing: Theme.gap * 2
            visible: !root.leadsOn
            width: panes.secondWidth

            FactRow {
                heading: qsTrId("about.idle-title")
                text: qsTrId("about.idle") + " " + qsTrId("about.idle-after")
                width: parent.width
            }

            FactRow {
                english: qsTrId("about.legal:english")
                heading: qsTrId("about.legal-title")
                text: qsTrId("about.legal") + " " + qsTrId("about.sources")
                width: parent.width
            }
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
