// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// A sentence as large as a page allows, to hold out to someone at the desk: in the visitor's language and in English.
Page {
    id: root

    required property ShowCardPage showCard

    title: showCard.text

    Item {
        height: Math.max(words.height + 4 * Theme.padding, Theme.compact ? 0 : root.room * 0.8)
        width: parent.width

        CardGround {
        }

        Column {
            id: words

            anchors.centerIn: parent
            spacing: Theme.gap * 3
            width: parent.width - 4 * Theme.padding

            TitleText {
                font.pixelSize: Theme.welcomeSize
                horizontalAlignment: Text.AlignHCenter
                text: root.showCard.text
                width: parent.width
            }

            TitleText {
                color: Theme.accentColor
                font.family: Theme.latinFamily
                font.pixelSize: Theme.welcomeSize
                horizontalAlignment: Text.AlignHCenter
                text: root.showCard.english.length > 0 ? "\u2066" + root.showCard.english + "\u2069" : ""
                tongue: "en"
                visible: text.length > 0
                width: parent.width
            }
        }
    }

    SupportText {
        horizontalAlignment: Text.AlignHCenter
        text: qsTrId("show-card.how")
        width: parent.width
    }
}
