// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// One contact: how to reach them, and what to know before calling. A small panel shows the number first.
Page {
    id: root

    required property ContactPage contact

    signal largeRequested(string channelId)
    signal slipRequested(string channelId)

    title: contact.name

    Panes {
        id: panes

        width: parent.width

        Column {
            id: ways

            spacing: Theme.gap
            width: panes.firstWidth

            TitleText {
                // A name may hold topic words: in body size nobody reads them from across the room.
                font.pixelSize: Theme.bodySize
                text: root.title
                width: parent.width
            }

            BodyText {
                text: root.contact.forWhat
                visible: text.length > 0 && !Theme.compact
                width: parent.width
            }

            SupportText {
                color: Theme.accentColor
                font.bold: true
                heading: true
                text: qsTrId("contact.ways")
                spaceAbove: Theme.gap
                visible: !Theme.compact
                width: parent.width
            }

            Repeater {
                id: channels

                model: root.contact.channels

                WayCard {
                    id: way

                    required property bool verified
                    readonly property KindName naming: KindName {
                        kind: way.kind
                    }

                    action: qsTrId("contact.large")
                    hoursName: qsTrId("contact.hours")
                    kindName: naming.word
                    mark: verified ? "" : qsTrId("contact.unverified")
                    width: ways.width

                    onActivated: root.largeRequested(channelId)
                }
            }
        }

        Column {
            spacing: Theme.gap * (Theme.compact ? 1 : 2)
            topPadding: panes.beside ? 0 : Theme.gap
            width: panes.secondWidth

            FactRow {
                heading: qsTrId("contact.for-what")
                text: Theme.compact ? root.contact.forWhat : ""
                width: parent.width
            }

            TrustText {
                trust: root.contact.trust
                width: parent.width
            }

            FactRow {
                english: root.contact.answersEnglish
                heading: qsTrId("contact.answers")
                text: root.contact.answers
                width: parent.width
            }

            FactRow {
                english: root.contact.tellsEnglish
                heading: qsTrId("contact.tells")
                text: root.contact.tells
                width: parent.width
            }

            FactRow {
                heading: qsTrId("contact.languages")
                text: root.contact.languages
                width: parent.width
            }

            FactRow {
                heading: qsTrId("contact.cost")
                text: root.contact.cost
                width: parent.width
            }

            BigButton {
                sign: "card"
                label: qsTrId("topic.slip")
                width: parent.width

                onActivated: {
                    const first = channels.itemAt(0) as WayCard;
                    root.slipRequested(first ? first.channelId : "");
                }
            }
        }
    }
}
