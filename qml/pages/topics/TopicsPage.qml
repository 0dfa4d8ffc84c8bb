// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// What there is to read behind one tile.
Page {
    id: root

    required property TopicPage topicPage

    signal topicChosen(string topicId)
    signal groupChosen(string tileId)

    asideShare: 0.34
    asideShown: Theme.landscape && Theme.showsPictures
    banner: Theme.portrait ? topicPage.tilePicture : ""
    title: topicPage.tileTitle

    aside: Picture {
        height: Math.min(root.room, Theme.mm(84))
        picture: root.topicPage.tilePicture
        width: root.asideWidth
    }

    TitleText {
        spaceBelow: Theme.barBeside ? 0 : Theme.gap
        text: root.title
        width: parent.width
    }

    TopicList {
        topics: root.topicPage.siblings
        width: parent.width

        onGroupChosen: tileId => root.groupChosen(tileId)
        onTopicChosen: topicId => root.topicChosen(topicId)
    }
}
