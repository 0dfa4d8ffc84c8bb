// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// A topic to read. Below it: someone to talk to, and the paper card.
Page {
    id: root

    required property TopicPage topicPage

    signal contactChosen(string contactId)
    signal numbersRequested
    signal showCardRequested(string cardId)
    signal slipRequested

    title: topicPage.title

    Panes {
        id: panes

        always: true
        share: 0.68
        width: parent.width

        Column {
            id: reading

            spacing: Theme.gap
            width: panes.firstWidth

            TitleText {
                // Topic words stay in body size: nobody reads them from across the room.
                font.pixelSize: root.topicPage.learn ? Theme.bodySize : Theme.titleSize
                text: root.title
                width: parent.width
            }

            SupportText {
                text: qsTrId("topic.clear-hint")
                visible: root.topicPage.sensitive && !Theme.compact
                width: parent.width
            }

            EnglishBeside {
                english: root.topicPage.sensitive && !Theme.compact ? qsTrId("topic.clear-hint:english") : ""
                width: parent.width
            }

            Picture {
                height: Theme.mm(84)
                picture: Theme.portrait ? root.topicPage.picture : ""
                width: parent.width
            }

            Repeater {
                model: root.topicPage.blocks

                BlockView {
                    width: reading.width

                    onContactChosen: contactId => root.contactChosen(contactId)
                    onShowCardChosen: cardId => root.showCardRequested(cardId)
                }
            }
        }

        Column {
            spacing: Theme.gap
            width: panes.secondWidth

            Picture {
                height: Theme.mm(84)
                picture: Theme.landscape ? root.topicPage.picture : ""
                width: parent.width
            }

            Item {
                height: Theme.mm(2)
                visible: !Theme.landscape
                width: 1
            }

            BigButton {
                sign: "talk"
                label: qsTrId("topic.numbers")
                primary: true
                width: parent.width

                onActivated: root.numbersRequested()
            }

            BigButton {
                sign: "card"
                label: qsTrId("topic.slip")
                width: parent.width

                onActivated: root.slipRequested()
            }
        }
    }
}
