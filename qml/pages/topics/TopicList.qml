// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Topics one below the other, and groups that open a list of their own.
Column {
    id: root

    required property TopicModel topics

    signal topicChosen(string topicId)
    signal groupChosen(string tileId)

    spacing: Theme.gap

    Repeater {
        model: root.topics

        TopicRow {
            required property string topicId
            required property string title
            required property bool learn
            required property bool group

            label: title
            // Groups stand among topics: one size for all of a list.
            quiet: learn || group
            width: root.width

            onActivated: {
                if (group)
                    root.groupChosen(topicId);
                else
                    root.topicChosen(topicId);
            }
        }
    }
}
