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

    readonly property bool pairs: Theme.landscape && !Theme.reaching && Theme.textSize <= 2
    readonly property int cell: pairs ? Math.floor((columnWidth - 3 * Theme.gap) / 2) : columnWidth

    title: contact.name

    TitleText {
        // A name may hold topic words: in body size nobody reads them from across the room.
        font.pixelSize: Theme.nameSize
        text: root.title
        width: parent.width
    }

    BodyText {
        text: root.contact.forWhat
        visible: text.length > 0 && !Theme.barBeside
        width: parent.width
    }

    // Before the number: what is said to whom.
    TrustText {
        trust: root.contact.trust
        width: parent.width
    }

    SupportText {
        color: Theme.accentColor
        font.bold: true
        heading: true
        text: qsTrId("contact.ways")
        spaceAbove: Theme.gap
        visible: !Theme.barBeside
        width: parent.width
    }

    // In rows, so that a long page is parted between them.
    Grid {
        columns: root.pairs ? 2 : 1
        columnSpacing: 3 * Theme.gap
        rowSpacing: Theme.gap
        width: parent.width

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
                width: root.cell

                onActivated: root.largeRequested(channelId)
            }
        }
    }

    Grid {
        columns: root.pairs ? 2 : 1
        columnSpacing: 3 * Theme.gap
        rowSpacing: Theme.gap * (Theme.barBeside ? 1 : 2)
        width: parent.width

        FactRow {
            heading: qsTrId("contact.for-what")
            text: Theme.barBeside ? root.contact.forWhat : ""
            width: root.cell
        }

        FactRow {
            english: root.contact.answersEnglish
            heading: qsTrId("contact.answers")
            text: root.contact.answers
            width: root.cell
        }

        FactRow {
            english: root.contact.tellsEnglish
            heading: qsTrId("contact.tells")
            text: root.contact.tells
            width: root.cell
        }

        FactRow {
            heading: qsTrId("contact.languages")
            text: root.contact.languages
            width: root.cell
        }

        FactRow {
            heading: qsTrId("contact.cost")
            text: root.contact.cost.length > 0 ? root.contact.cost : qsTrId("contact.cost-unknown")
            width: root.cell
        }
    }

    BigButton {
        sign: "card"
        label: qsTrId("topic.slip")
        width: root.cell

        onActivated: {
            const first = channels.itemAt(0) as WayCard;
            root.slipRequested(first ? first.channelId : "");
        }
    }
}
