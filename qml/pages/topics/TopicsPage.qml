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

    banner: Theme.portrait ? "path" : ""
    title: topicPage.tileTitle

    TitleText {
        spaceBelow: Theme.compact ? 0 : Theme.gap
        text: root.title
        width: parent.width
    }

    Column {
        id: list

        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: root.topicPage.siblings

            TopicRow {
                required property string topicId
                required property string title
                required property bool learn

                label: title
                quiet: learn
                width: list.width

                onActivated: root.topicChosen(topicId)
            }
        }
    }
}
