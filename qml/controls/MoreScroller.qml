// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// A column that may be longer than the screen. It is parted between lines and cards, never through them.
Item {
    id: root

    default property alias content: inner.data
    property alias spacing: inner.spacing
    property string notice: ""
    property string banner: ""
    readonly property int parts: breaks.count
    readonly property int part: Math.min(wanted, parts - 1)
    readonly property TurnBar turnBar: turn
    /// Where one is reading, so that it is found again when the text grows or the page is made anew; empty at the top.
    property string place: ""
    property real shownStart: 0
    property real shownHeight: 0
    property real roomAbove: ringRoom
    property real roomBelow: ringRoom
    property int wanted: 0
    /// What one who listens has come to: it is shown.
    property Item reading: null
    readonly property Item focused: Window.activeFocusItem
    // Around the column there is room for the focus ring, which stands outside its button.
    readonly property int ringRoom: 2 * Theme.ringWidth
    readonly property real room: height - (mark.visible ? mark.height + spacing : 0)
    readonly property real partRoom: height - turn.implicitHeight - Math.max(Theme.gap, Theme.mm(3.9))

    function turnTo(next: int) {
        wanted = Math.max(0, Math.min(next, parts - 1));
        place = breaks.markOf(part);
    }

    /// Which part shows this item; -1 when it does not stand in the column.
    function partOf(item: Item): int {
        return breaks.partOf(item);
    }

    function turnToPlace(mark: string) {
        place = mark;
        wanted = breaks.partOfMark(mark);
    }

    function show() {
        shownStart = breaks.startOf(part);
        shownHeight = breaks.heightOf(part);
        roomAbove = breaks.roomAbove(part, ringRoom);
        roomBelow = breaks.roomBelow(part, ringRoom);
    }

    function turnToItem(item: Item) {
        const at = breaks.partOf(item);
        if (at >= 0)
            turnTo(at);
    }

    onFocusedChanged: turnToItem(focused)
    onPartChanged: show()
    onReadingChanged: turnToItem(reading)

    PageBreaks {
        id: breaks

        content: column
        part: root.partRoom
        whole: root.height

        onChanged: {
            root.wanted = breaks.partOfMark(root.place);
            root.show();
        }
    }

    Item {
        anchors.left: parent.left
        anchors.leftMargin: -root.ringRoom
        anchors.right: parent.right
        anchors.rightMargin: -root.ringRoom
        clip: root.parts > 1
        height: root.roomAbove + root.roomBelow + (root.parts > 1 ? root.shownHeight : root.height)
        y: -root.roomAbove

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: root.spacing
            width: root.width
            y: root.roomAbove - root.shownStart

            // On a tall screen a drawing takes what the content leaves, so that what is to be touched stands low, in reach.
            Picture {
                readonly property real spare: root.room - inner.height - root.spacing

                height: Math.min(spare, Theme.mm(240))
                picture: !Theme.compact && spare > Theme.mm(55) ? root.banner : ""
                width: parent.width
            }

            Column {
                id: inner

                width: parent.width
            }

            SignedText {
                id: mark

                sign: "info"
                text: root.notice
                width: parent.width
            }
        }
    }

    TurnBar {
        id: turn

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        part: root.part
        parts: root.parts
        visible: root.parts > 1

        onMore: root.turnTo(root.part + 1)
        onUp: root.turnTo(root.part - 1)
    }
}
