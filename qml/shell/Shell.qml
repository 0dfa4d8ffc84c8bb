// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.Pages
import Porchlight.ViewModels

// Everything on the screen, from the page at the bottom to the cover on top. The only place that mirrors the layout.
FocusScope {
    id: root

    required property PageTable table
    required property SitePage site
    readonly property bool ready: Visit.page !== "none"
    readonly property bool coverShown: ready && (Visit.covered || Visit.page === "cover")
    readonly property bool askingShown: ready && Visit.asking && !coverShown
    readonly property bool below: ready && !coverShown && !askingShown

    focus: true

    onAskingShownChanged: {
        if (Theme.settleTime > 0)
            settle.restart();
    }
    onCoverShownChanged: {
        if (Theme.settleTime > 0)
            settle.restart();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Visit.rightToLeft

    Keys.onPressed: event => {
        keys.pressed(event);
        const forward = Visit.rightToLeft ? Qt.Key_Left : Qt.Key_Right;
        const backward = Visit.rightToLeft ? Qt.Key_Right : Qt.Key_Left;
        if (event.key === Qt.Key_Down || event.key === forward)
            step(true);
        else if (event.key === Qt.Key_Up || event.key === backward)
            step(false);
    }

    function step(forward: bool) {
        const from = Window.activeFocusItem ?? root;
        const next = from.nextItemInFocusChain(forward);
        if (next)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    HideKeys {
        id: keys

        onHideRequested: Visit.clearScreen()
    }

    Connections {
        target: Visit

        function onEnded() {
            // Not even the ring of where the last visitor was.
            if (root.Window.activeFocusItem)
                root.Window.activeFocusItem.focus = false;
            root.forceActiveFocus();
        }

        function onOtherKeyPressed() {
            keys.shifts = 0;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pageColor
    }

    PageStack {
        id: pages

        anchors.bottom: notice.visible ? notice.top : Theme.compact ? parent.bottom : bar.top
        anchors.left: parent.left
        anchors.right: Theme.compact ? bar.left : parent.right
        anchors.top: parent.top
        anchors.topMargin: ribbon.visible && !Theme.compact ? ribbon.height : 0
        enabled: root.below
        table: root.table

        onPlaceChanged: root.forceActiveFocus()
    }

    SignedText {
        id: notice

        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.mm(3)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        sign: "info"
        text: Visit.draft && !Theme.compact ? qsTrId("draft.notice") : ""
    }

    FixedBar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        enabled: root.below
        height: Theme.compact ? parent.height - (ribbon.visible ? ribbon.height : 0) : Theme.barHeight
        width: Theme.compact ? Theme.barWidth : parent.width
    }

    IdlePage {
        anchors.fill: parent
        enabled: visible
        visible: root.askingShown

        onAgainRequested: Visit.startAgain()
        onMoreRequested: Visit.moreTime()
    }

    CoverPage {
        anchors.fill: parent
        enabled: visible
        site: root.site
        visible: root.coverShown

        onStartRequested: Visit.startAgain()
    }

    // The second knock of a double tap must not press what has just appeared under the finger.
    MouseArea {
        anchors.fill: parent
        visible: settle.running
    }

    Timer {
        id: settle

        interval: 2 * Theme.settleTime
    }

    NotReadyPage {
        anchors.fill: parent
        visible: !root.ready
    }

    DemonstrationRibbon {
        id: ribbon

        anchors.right: parent.right
        anchors.top: parent.top
        text: qsTrId("demonstration.word")
        visible: root.ready && Visit.demonstration
        width: Theme.compact ? Theme.barWidth : parent.width
    }
}
