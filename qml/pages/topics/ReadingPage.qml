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
    signal filmRequested
    signal numbersRequested
    signal showCardRequested(string cardId)
    signal slipRequested

    title: topicPage.title

    asideShare: Theme.low ? 0.34 : 0.32
    asideShown: Theme.landscape || (Theme.low && Theme.textSize <= 2 && !Theme.tallScript)
    spacing: Theme.gap

    aside: ReadingActions {
        hasFilm: root.topicPage.hasFilm
        picture: root.topicPage.picture
        room: root.room
        width: root.asideWidth

        onFilmRequested: root.filmRequested()
        onNumbersRequested: root.numbersRequested()
        onSlipRequested: root.slipRequested()
    }

    TitleText {
        // Topic words stay in body size: nobody reads them from across the room.
        font.pixelSize: root.topicPage.learn ? Theme.nameSize : Theme.titleSize
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

    BigButton {
        label: qsTrId("film.watch")
        sign: "film"
        visible: root.topicPage.hasFilm && !root.asideShown
        width: parent.width

        onActivated: root.filmRequested()
    }

    Repeater {
        model: root.topicPage.blocks

        BlockView {
            width: root.columnWidth

            onContactChosen: contactId => root.contactChosen(contactId)
            onShowCardChosen: cardId => root.showCardRequested(cardId)
        }
    }

    ReadingActions {
        topPadding: Theme.mm(2)
        visible: !root.asideShown
        width: parent.width

        onNumbersRequested: root.numbersRequested()
        onSlipRequested: root.slipRequested()
    }
}
