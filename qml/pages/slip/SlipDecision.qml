// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// How the card will look, what the printer says, three things to think of before printing, and two equal ways to take the numbers along.
Column {
    id: root

    required property SlipPage slip
    /// Pixels the whole may take: the picture of the card gets what the words leave. 0: as much as it likes.
    property real room: 0
    /// Pixels of everything but the picture of the card.
    readonly property real words: ordinary.height + style.height + designs.height + note.height + answers.height + 5 * spacing + (trouble.visible ? trouble.height + spacing : 0)
    /// Pixels that it asks for: less for the picture where the words stand there twice.
    readonly property real wish: words + Theme.mm(note.english.length > 0 ? 58 : 82)
    readonly property bool besides: !(Theme.compact && Theme.textSize > 2)
    readonly property int cell: besides ? Math.floor((width - spacing) / 2) : width

    signal printRequested
    signal rememberRequested

    spacing: Theme.gap

    BodyText {
        id: style

        text: qsTrId("slip.style")
        width: parent.width
    }

    SlipDesigns {
        id: designs

        designs: root.slip.designs
        width: parent.width

        onDesignChosen: designId => root.slip.chooseDesign(designId)
    }

    SlipPreviewBox {
        height: root.room > 0 ? Math.max(Theme.mm(30), Math.min(root.room - root.words, Theme.mm(104))) : implicitHeight
        preview: root.slip.preview
        spokenLines: root.slip.spokenLines
        spokenTongues: root.slip.spokenTongues
        width: parent.width
    }

    SupportText {
        id: ordinary

        text: qsTrId("slip.ordinary")
        width: parent.width
    }

    NoteText {
        id: note

        english: qsTrId("slip.sound:english") + qsTrId("slip.look-up:english") + qsTrId("slip.safe:english")
        sign: "print"
        text: qsTrId("slip.sound") + " " + qsTrId("slip.look-up") + " " + qsTrId("slip.safe")
        width: parent.width
    }

    SignedText {
        id: trouble

        bold: true
        ink: Theme.accentColor
        sign: printer.sign
        text: printer.words
        width: parent.width

        PrinterWords {
            id: printer

            step: root.slip.trouble
        }
    }

    Grid {
        id: answers

        columns: root.besides ? 2 : 1
        spacing: root.spacing

        BigButton {
            enabled: root.slip.canPrint
            label: qsTrId("slip.print")
            sign: "print"
            width: root.cell

            onActivated: root.printRequested()
        }

        BigButton {
            enabled: root.slip.anyChosen
            label: qsTrId("slip.remember")
            sign: "remember"
            width: root.cell

            onActivated: root.rememberRequested()
        }
    }
}
