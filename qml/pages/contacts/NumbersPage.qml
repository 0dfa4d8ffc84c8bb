// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// "Talk to someone": the numbers themselves, two taps from the first screen.
Page {
    id: root

    required property ContactModel contacts
    required property TopicModel callTopics

    signal contactChosen(string contactId)
    signal slipRequested
    signal topicChosen(string topicId)

    title: qsTrId("numbers.title")

    TitleText {
        // One line, so that the first number stands below it on a small panel.
        readonly property bool tight: Theme.compact && Theme.textSize <= 2

        fontSizeMode: tight ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.mm(4.6)
        text: root.title
        wrapMode: tight ? Text.NoWrap : Text.Wrap
        width: parent.width
    }

    BodyText {
        spaceBelow: Theme.gap
        text: qsTrId("numbers.intro")
        visible: !Theme.barBeside
        width: parent.width
    }

    Grid {
        id: grid

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        columns: Theme.landscape && Theme.textSize < 4 ? 2 : 1
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: root.contacts

            ContactCard {
                required property string contactId
                required property string name
                required property int trust
                required property bool verified

                emergency: trust === 4
                label: name
                action: qsTrId("numbers.open")
                brief: Theme.barBeside
                mark: verified ? "" : qsTrId("contact.unverified")
                width: grid.cell

                onActivated: root.contactChosen(contactId)
            }
        }
    }

    BigButton {
        sign: "card"
        label: qsTrId("topic.slip")
        width: Theme.compact ? parent.width : grid.cell

        onActivated: root.slipRequested()
    }

    HeadingText {
        spaceAbove: Theme.gap
        text: qsTrId("numbers.good-to-know")
        visible: reading.height > 0
        width: parent.width
    }

    TopicList {
        id: reading

        topics: root.callTopics
        width: parent.width

        onTopicChosen: topicId => root.topicChosen(topicId)
    }
}
