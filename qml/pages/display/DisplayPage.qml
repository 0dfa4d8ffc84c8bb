// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// Text size and colours. What is chosen shows at once, here and everywhere.
Page {
    id: root

    required property int textSize
    required property int look
    /// On a small panel all the choices stay together, however large the text is.
    readonly property int most: Theme.barBeside ? Theme.mm(Theme.low ? 7 : 5.6) : 1000

    signal sizeChosen(int size)
    signal lookChosen(int look)
    signal listenRequested

    banner: Theme.portrait ? "lamp" : ""
    title: qsTrId("display.title")

    Row {
        spacing: Theme.gap
        width: parent.width

        TitleText {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Math.min(Theme.titleSize, root.most)
            spaceBelow: Theme.barBeside ? 0 : Theme.gap
            text: root.title
            width: listen.visible ? parent.width - listen.width - Theme.gap : parent.width
        }

        // The bar of the smallest panel has no room for it.
        BigButton {
            id: listen

            sign: "listen"
            label: qsTrId("bar.listen")
            labelSize: Math.min(Theme.bodySize, root.most)
            visible: Theme.compact
            width: Math.round(parent.width * 0.42)

            onActivated: root.listenRequested()
        }
    }

    HeadingText {
        font.pixelSize: Math.min(Theme.headingSize, root.most)
        text: qsTrId("display.size")
        width: parent.width
    }

    Grid {
        id: sizes

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        columns: Theme.compact || (Theme.textSize > 2 && Theme.portrait) || (Theme.low && Theme.tallScript) ? 2 : 4
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: 4

            ChoiceButton {
                required property int index

                selected: root.textSize === index + 1
                label: index === 0 ? qsTrId("display.size-1") : index === 1 ? qsTrId("display.size-2") : index === 2 ? qsTrId("display.size-3") : qsTrId("display.size-4")
                sampleSize: Theme.compact ? 0 : Theme.mm((index === 0 ? 3.8 : index === 1 ? 5.0 : index === 2 ? 6.6 : 8.7) / 0.714)
                sampleRoom: Theme.mm(17)
                labelSize: Math.min(Theme.bodySize, root.most)
                width: sizes.cell

                onActivated: root.sizeChosen(index + 1)
            }
        }
    }

    HeadingText {
        font.pixelSize: Math.min(Theme.headingSize, root.most)
        text: qsTrId("display.look")
        spaceAbove: Theme.low ? 0 : Theme.gap
        width: parent.width
    }

    Grid {
        id: looks

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        columns: 3
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: 3

            ChoiceButton {
                required property int index

                selected: root.look === index
                sign: index === 0 ? "sun" : index === 1 ? "moon" : "half"
                label: index === 0 ? qsTrId("display.light") : index === 1 ? qsTrId("display.dark") : qsTrId("display.contrast")
                labelSize: Math.min(Theme.bodySize, root.most)
                width: looks.cell

                onActivated: root.lookChosen(index)
            }
        }
    }

    NoteText {
        sign: "display"
        text: qsTrId("display.sample")
        width: parent.width
    }
}
