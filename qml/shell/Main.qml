// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.ViewModels

// The window. The program hands over the models and the true size of the screen, and shows it.
Window {
    id: root

    required property real pixelsPerMm
    required property LanguageModel languages
    required property TileModel tiles
    required property TileModel moreTiles
    required property TopicPage topicPage
    required property ShowCardPage showCard
    required property TopicModel callTopics
    required property ContactModel contacts
    required property ContactPage contactPage
    required property LargePage large
    required property CardPage card
    required property SlipPage slip
    required property SitePage site
    required property KeyFeed keys
    required property FilmPage film
    /// Off where pictures are compared or taken: nothing moves, nothing waits.
    property bool motion: true

    color: Theme.pageColor
    title: "Porchlight"

    ThemeFeed {
        motion: root.motion
        pixelsPerMm: root.pixelsPerMm
        screenHeight: root.height
        screenWidth: root.width
    }

    PageTable {
        id: pages

        callTopics: root.callTopics
        card: root.card
        contactPage: root.contactPage
        contacts: root.contacts
        film: root.film
        languages: root.languages
        large: root.large
        moreTiles: root.moreTiles
        showCard: root.showCard
        site: root.site
        slip: root.slip
        tiles: root.tiles
        topicPage: root.topicPage
    }

    Shell {
        anchors.fill: parent
        keys: root.keys
        site: root.site
        table: pages
    }
}
