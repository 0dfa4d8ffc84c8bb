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
    required property KeyFeed keys
    readonly property bool ready: Visit.page !== "none"
    readonly property bool coverShown: ready && (Visit.covered || Visit.page === "cover")
    readonly property bool askingShown: ready && Visit.asking && !coverShown
    readonly property bool below: ready && !coverShown && !askingShown
    /// While a page settles: Clear screen stays awake, but where the cover had a button in its place.
    property bool barAwake: false

    focus: true

    onAskingShownChanged: {
        barAwake = true;
        if (Theme.settleTime > 0)
            settle.restart();
    }
    onCoverShownChanged: {
        barAwake = false;
        if (Theme.settleTime > 0)
            settle.restart();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Visit.rightToLeft

    Keys.onPressed: event => {
        hideKeys.pressed(event);
        if (below && (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp))
            pages.turn(event.key === Qt.Key_PageDown ? 1 : -1);
    }

    KeyActions {
        keys: root.keys
        pagesShown: root.below
        steps: steps
    }

    KeySteps {
        id: steps

        focused: root.Window.activeFocusItem
        turned: root.coverShown ? cover.turned : root.below ? pages.turned : null
        within: root
    }

    HideKeys {
        id: hideKeys

        onHideRequested: Visit.clearScreen()
    }

    Item {
        id: nowhere
    }

    Connections {
        target: Visit

        function onEnded() {
            hideKeys.forget();
            cover.turnBack();
            // Not even the ring of where the last visitor was. What is disabled by now keeps its place in the scope
            // and would have the ring back once it is enabled: another must take that place.
            nowhere.focus = true;
            nowhere.focus = false;
            root.forceActiveFocus();
        }

        function onOtherKeyPressed() {
            hideKeys.forget();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pageColor
    }

    // In reach mode the page stands in the lower half; above it there is nothing to read or touch.
    Picture {
        anchors.bottom: pages.top
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: ribbon.visible ? ribbon.bottom : parent.top
        anchors.topMargin: Theme.mm(9)
        picture: Theme.reaching ? "porch" : ""
    }

    PageStack {
        id: pages

        anchors.bottom: notice.visible ? notice.top : Theme.barBeside ? parent.bottom : bar.top
        anchors.left: parent.left
        anchors.right: Theme.barBeside ? bar.left : parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.reaching ? Math.round(root.height / 2) : ribbon.visible && !Theme.barBeside ? ribbon.height : 0
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
        text: Visit.draft && !Theme.barBeside ? qsTrId("draft.notice") : ""
    }

    // The bar stays: Clear screen is always one touch away.
    IdlePage {
        anchors.bottom: Theme.barBeside ? parent.bottom : bar.top
        anchors.left: parent.left
        anchors.right: Theme.barBeside ? bar.left : parent.right
        anchors.top: parent.top
        enabled: visible
        visible: root.askingShown

        onAgainRequested: Visit.startAgain()
        onMoreRequested: Visit.moreTime()
    }

    FixedBar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        asking: root.askingShown
        enabled: root.below || root.askingShown
        height: Theme.barBeside ? parent.height - (ribbon.visible ? ribbon.height : 0) : Theme.barHeight
        width: Theme.barBeside ? Theme.barWidth : parent.width
    }

    CoverPage {
        id: cover

        anchors.fill: parent
        enabled: visible
        site: root.site
        visible: root.coverShown

        onStartRequested: Visit.startAgain()
    }

    SpeechMark {
        place: Listening.place
    }

    // The second knock of a double tap must not press what has just appeared under the finger.
    MouseArea {
        anchors.bottom: root.barAwake && !Theme.barBeside ? bar.top : parent.bottom
        anchors.left: parent.left
        anchors.right: root.barAwake && Theme.barBeside ? bar.left : parent.right
        anchors.top: parent.top
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
        width: Theme.barBeside ? Theme.barWidth : parent.width
    }
}
