// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// One number as large as the screen allows, to write down or to learn by heart; several take turns. Whoever asks for it
// gets all of them as a square code in the same place.
Page {
    id: root

    required property LargePage large
    property int at: 0
    readonly property int count: large.values.length
    readonly property int now: Math.max(0, Math.min(at, count - 1))
    readonly property bool coded: large.code.length > 0

    title: qsTrId("large.title")

    TitleText {
        text: root.title
        visible: !Theme.compact && !root.coded
        width: parent.width
    }

    BodyText {
        text: qsTrId("large.how")
        visible: !Theme.barBeside && !root.coded
        width: parent.width
    }

    Item {
        height: Math.max((root.coded ? code.height : board.height) + 2 * Theme.gap, Theme.compact ? 0 : root.room * (Theme.portrait ? 0.6 : root.coded ? 0 : 0.46))
        width: parent.width

        Rectangle {
            anchors.fill: parent
            border.color: Theme.edgeColor
            border.width: Theme.edge
            color: Theme.cardColor
            radius: Theme.radius
        }

        Column {
            id: board

            anchors.centerIn: parent
            spacing: Theme.gap
            visible: !root.coded
            width: parent.width - 2 * Theme.padding

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: root.count > 0 ? root.large.names[root.now] : ""
                width: parent.width
            }

            PhoneNumber {
                font.pixelSize: Math.min(Theme.mm(46), Math.round(parent.width / (Theme.compact ? 7 : 5)))
                horizontalAlignment: Text.AlignHCenter
                value: root.count > 0 ? root.large.values[root.now] : ""
                width: parent.width
            }

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: root.count === 1 ? root.large.instruction : ""
                visible: text.length > 0
                width: parent.width
            }

            SupportText {
                font.family: Theme.latinFamily
                horizontalAlignment: Text.AlignHCenter
                text: (Theme.rightToLeft ? "\u200f" : "") + (root.now + 1) + " / " + root.count
                visible: root.count > 1
                width: parent.width
            }
        }

        // Beside its words where a screen is wide.
        Grid {
            id: code

            readonly property bool stacked: Theme.portrait
            /// Large words on a small panel follow below, where they can be turned.
            readonly property bool fits: stacked || note.implicitHeight + (english.text.length > 0 ? english.implicitHeight : 0) <= root.room - toggle.height - 4 * Theme.gap

            anchors.centerIn: parent
            columns: stacked ? 1 : 2
            horizontalItemAlignment: Grid.AlignHCenter
            spacing: Theme.padding
            verticalItemAlignment: Grid.AlignVCenter
            visible: root.coded
            width: parent.width - 2 * Theme.padding

            // White in every look: cameras know no dark ones.
            Rectangle {
                color: "#ffffff"
                height: picture.height
                width: code.fits ? picture.width : code.width

                Image {
                    id: picture

                    /// What the words and the button that takes it away leave.
                    readonly property int room: Math.min(Theme.mm(110), code.stacked ? code.width : code.width * 0.5, Math.max(Theme.mm(40), root.room - toggle.height - 4 * Theme.gap - (code.stacked ? words.height : 0)))

                    anchors.horizontalCenter: parent.horizontalCenter
                    cache: false
                    fillMode: Image.Pad
                    height: room
                    smooth: false
                    source: root.large.code
                    sourceSize.height: room
                    sourceSize.width: room
                    width: room

                    Accessible.name: qsTrId("slip.square-code")
                    Accessible.role: Accessible.Graphic
                }
            }

            Column {
                id: words

                spacing: Theme.mm(1)
                visible: code.fits
                width: code.stacked ? code.width : code.width - picture.width - code.spacing

                BodyText {
                    id: note

                    horizontalAlignment: code.stacked ? Text.AlignHCenter : Text.AlignLeft
                    text: qsTrId("slip.code-note")
                    width: parent.width
                }

                EnglishBeside {
                    id: english

                    english: qsTrId("slip.code-note:english")
                    width: parent.width

                    Binding {
                        property: "horizontalAlignment"
                        target: english
                        value: Text.AlignHCenter
                        when: code.stacked
                    }
                }
            }
        }
    }

    BodyText {
        text: qsTrId("slip.code-note")
        visible: root.coded && !code.fits
        width: parent.width
    }

    EnglishBeside {
        english: qsTrId("slip.code-note:english")
        visible: text.length > 0 && root.coded && !code.fits
        width: parent.width
    }

    Row {
        id: turns

        spacing: Theme.gap
        visible: root.count > 1 && !root.coded
        width: parent.width

        BigButton {
            directed: true
            enabled: root.now > 0
            sign: "previous"
            label: qsTrId("large.previous")
            width: (turns.width - turns.spacing) / 2

            onActivated: root.at = root.now - 1
        }

        BigButton {
            directed: true
            enabled: root.now + 1 < root.count
            sign: "next"
            label: qsTrId("large.next")
            trailing: true
            width: (turns.width - turns.spacing) / 2

            onActivated: root.at = root.now + 1
        }
    }

    BigButton {
        id: toggle

        label: root.coded ? qsTrId("slip.hide-code") : qsTrId("slip.show-code")
        sign: "square-code"
        visible: root.count > 0
        width: parent.width

        onActivated: {
            if (root.coded)
                root.large.hideCode();
            else
                root.large.showCode();
        }
    }

    SayInEnglish {
        sentence: root.large.interpreterSentence
        visible: sentence.length > 0 && !root.coded
        width: parent.width
    }
}
