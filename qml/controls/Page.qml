// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// A page: a title that is spoken, and one column, turned part by part where it is longer than the screen.
FocusScope {
    id: root

    required property string title
    default property alias content: scroller.content
    property alias spacing: scroller.spacing
    /// A reservation about the whole page; on large screens the shell has a place of its own for it.
    property string notice: ""
    /// Uses the whole of a small panel, where the notice then waits for the next page.
    property bool full: false
    property alias banner: scroller.banner
    readonly property int part: scroller.part
    /// The room before anything has to be turned.
    readonly property int room: scroller.room
    readonly property int columnWidth: scroller.width

    height: parent ? parent.height : 0
    width: parent ? parent.width : 0

    Accessible.name: title
    Accessible.role: Accessible.Grouping

    function turnTo(part: int) {
        scroller.turnTo(part);
    }

    MoreScroller {
        id: scroller

        anchors.bottomMargin: Theme.mm(Theme.compact ? 2 : 6)
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.mm(Theme.compact ? 1.6 : 9)
        notice: Theme.compact && !root.full ? root.notice : ""
        spacing: Theme.gap
    }
}
