// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// What this screen is, in four short sentences.
Column {
    spacing: Theme.gap

    BodyText {
        font.bold: true
        font.pixelSize: Theme.welcomeSize
        heading: true
        text: qsTrId("welcome.title")
        width: parent.width
    }

    BodyText {
        text: qsTrId("welcome.body")
        width: parent.width
    }

    BodyText {
        text: qsTrId("welcome.no-name") + " " + qsTrId("welcome.keeps")
        width: parent.width
    }
}
