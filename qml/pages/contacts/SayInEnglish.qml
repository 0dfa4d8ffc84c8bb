// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// The English sentence that asks for an interpreter: English by design, so it reads left to right in every language.
Column {
    id: root

    required property string sentence
    property bool untranslated: false

    spacing: Theme.mm(1)
    visible: sentence.length > 0

    SupportText {
        text: root.untranslated ? qsTrId("card.say") : qsTrId("numbers.say-language")
        width: parent.width
    }

    BodyText {
        color: Theme.accentColor
        font.bold: true
        font.family: Theme.latinFamily
        font.pixelSize: Theme.headingSize
        spoken: root.sentence
        text: "\u2066“" + root.sentence + "”\u2069"
        tongue: "en"
        width: parent.width

        Accessible.name: root.sentence
    }
}
