// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// What a language shows before its translation is checked: its name, the numbers, and the sentence to say.
Page {
    id: root

    required property CardPage card

    signal englishRequested

    banner: Theme.portrait ? "phone" : ""
    title: card.ownName

    TitleText {
        font.family: root.card.fontFamily
        text: root.title
        tongue: root.card.language
        width: parent.width
    }

    SayInEnglish {
        sentence: root.card.sentence
        untranslated: true
        width: parent.width
    }

    Repeater {
        model: root.card.numbers

        Item {
            id: line

            required property string modelData

            height: number.implicitHeight + 2 * Theme.padding
            width: root.columnWidth

            CardGround {
            }

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.leftMargin: Theme.padding
                anchors.verticalCenter: parent.verticalCenter
                sign: "call"
            }

            PhoneNumber {
                id: number

                anchors.left: sign.right
                anchors.leftMargin: Theme.padding
                anchors.right: parent.right
                anchors.rightMargin: Theme.padding
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.welcomeSize
                value: line.modelData
            }
        }
    }

    BigButton {
        label: qsTrId("card.english")
        width: parent.width

        onActivated: root.englishRequested()
    }
}
