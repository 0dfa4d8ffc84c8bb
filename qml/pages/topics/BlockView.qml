// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// One piece of a topic, as its kind asks for. Repeaters of none or one make only what is needed: on Qt 6.4 a Loader
// refuses the bound components of its own file.
Column {
    id: root

    required property int kind
    required property string text
    required property string english
    required property string cardId
    required property string contactId
    required property string contactName
    required property string contactNumber

    signal contactChosen(string contactId)
    signal showCardChosen(string cardId)

    Repeater {
        model: root.kind === BlockModel.Heading ? 1 : 0

        HeadingText {
            text: root.text
            spaceAbove: Theme.gap
            width: root.width
        }
    }

    Repeater {
        model: root.kind === BlockModel.Paragraph ? 1 : 0

        BodyText {
            text: root.text
            width: root.width
        }
    }

    Repeater {
        model: root.kind === BlockModel.Bullet ? 1 : 0

        BulletText {
            text: root.text
            width: root.width
        }
    }

    Repeater {
        model: root.kind === BlockModel.Note ? 1 : 0

        NoteText {
            text: root.text
            width: root.width
        }
    }

    Repeater {
        model: root.kind === BlockModel.Safety ? 1 : 0

        NoteText {
            english: root.english
            sign: "info"
            text: root.text
            width: root.width
        }
    }

    Repeater {
        model: root.kind === BlockModel.ShowCard ? 1 : 0

        BigButton {
            label: root.text
            sign: "large"
            width: root.width

            onActivated: root.showCardChosen(root.cardId)
        }
    }

    Repeater {
        model: root.kind === BlockModel.ContactCard ? 1 : 0

        ContactCard {
            forWhat: ""
            hours: ""
            label: root.contactName
            numberKind: "call"
            number: root.contactNumber
            width: root.width

            onActivated: root.contactChosen(root.contactId)
        }
    }
}
