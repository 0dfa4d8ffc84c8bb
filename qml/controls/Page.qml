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
    /// What stays in sight while the column is turned: beside it on a wide screen, below it on a tall one.
    property alias aside: kept.data
    property bool asideShown: false
    /// Of the width, where it stands beside the column.
    property real asideShare: 0.46
    readonly property int asideWidth: kept.width
    readonly property int asideRoom: kept.height
    /// Pixels it takes where it stands below the column.
    property real asideHeight: 0
    readonly property int part: scroller.part
    /// What is turned.
    readonly property MoreScroller turned: scroller
    /// Where one is reading; means the same in another language, text size or page of this kind.
    readonly property string place: scroller.place
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

    function turnBy(parts: int) {
        turnTo(part + parts);
    }

    function turnToPlace(place: string) {
        scroller.turnToPlace(place);
    }

    MoreScroller {
        id: scroller

        anchors.bottom: kept.visible && !kept.beside ? kept.top : parent.bottom
        anchors.bottomMargin: kept.visible && !kept.beside ? Theme.gap : Theme.pageBottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: kept.visible && kept.beside ? kept.left : parent.right
        anchors.rightMargin: kept.visible && kept.beside ? kept.between : Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.pageTop
        notice: Theme.barBeside && !root.full ? root.notice : ""
        spacing: Theme.gap
    }

    Item {
        id: kept

        readonly property bool beside: !Theme.portrait
        readonly property int between: Theme.mm(Theme.low ? 7 : 12)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.pageBottom
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        height: beside ? root.height - Theme.pageBottom - Theme.pageTop : root.asideHeight
        visible: root.asideShown
        width: beside ? Math.round((root.width - 2 * Theme.margin - between) * root.asideShare) : root.width - 2 * Theme.margin
    }
}
