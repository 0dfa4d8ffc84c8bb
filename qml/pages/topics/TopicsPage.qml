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

    banner: Theme.portrait ? "path" : ""
    title: topicPage.tileTitle

    TitleText {
        spaceBelow: Theme.compact ? 0 : Theme.gap
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
