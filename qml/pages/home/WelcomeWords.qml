// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// What this screen is, in four short sentences.
Column {
    id: root

    /// Where the heading of the page greets already.
    property bool greeted: false
    /// Friendly lines that take turns with the first sentence, where they have no place of their own.
    property list<int> lines: []

    spacing: Theme.low ? 0 : Theme.gap

    BodyText {
        font.bold: true
        font.pixelSize: Theme.welcomeSize
        heading: true
        text: qsTrId("welcome.title")
        visible: !root.greeted
        width: parent.width

        SeasonLine {
            id: season

            lines: root.lines
            pauses: true
            running: root.visible
            turn: root.lines.length
        }
    }

    BodyText {
        font.pixelSize: Theme.low ? Theme.smallSize : Theme.bodySize
        passing: root.lines.length > 0
        text: season.text.length > 0 ? season.text : qsTrId("welcome.body")
        width: parent.width
    }

    BodyText {
        font.pixelSize: Theme.low ? Theme.smallSize : Theme.bodySize
        text: qsTrId("welcome.no-name") + " " + qsTrId("welcome.keeps")
        width: parent.width
    }
}
