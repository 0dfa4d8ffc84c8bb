// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Shows the page of the visit. A short slide says that one went somewhere; nothing moves otherwise.
// Pages are made with createObject: on Qt 6.4 a Loader refuses the bound components of another file.
Item {
    id: root

    required property PageTable table
    readonly property string place: Visit.page + "/" + Visit.key
    property bool ready: false
    property Page page: null
    property string pageName: ""
    property string pagePlace: ""
    // Language and Display lead aside: where one was reading is remembered until one is back.
    property string leftPlace: ""
    property string leftReading: ""

    clip: true

    function rememberPart() {
        if (!page)
            return;
        if (Visit.key === "switch" || Visit.page === "display") {
            leftPlace = pagePlace;
            leftReading = page.place;
        } else if (place !== leftPlace && pageName !== "languages" && pageName !== "display") {
            leftPlace = "";
        }
    }

    function showPage() {
        rememberPart();
        if (Visit.page !== pageName) {
            const old = page;
            const component = table.find(Visit.page);
            page = component ? component.createObject(root) as Page : null;
            pageName = Visit.page;
            if (old) {
                old.visible = false;
                old.destroy();
            }
        }
        pagePlace = place;
        if (!page)
            return;
        page.turnToPlace(place === leftPlace ? leftReading : "");
        if (Theme.motion) {
            slide.restart();
            settle.restart();
        }
    }

    onPlaceChanged: {
        if (ready)
            showPage();
    }
    Connections {
        target: Visit

        function onEnded() {
            root.leftPlace = "";
            root.leftReading = "";
            root.pagePlace = "";
            if (root.page)
                root.page.turnTo(0);
        }
    }

    Component.onCompleted: {
        // Not before: a page that is made while the theme is being fed is laid out over and over.
        ready = true;
        showPage();
    }

    Binding {
        property: "notice"
        target: root.page
        value: Visit.draft ? qsTrId("draft.notice") : ""
        when: root.page !== null
    }

    NumberAnimation {
        id: slide

        duration: Theme.slideTime
        easing.type: Easing.OutCubic
        from: Theme.rightToLeft ? -Theme.mm(8) : Theme.mm(8)
        property: "x"
        target: root.page
        to: 0
    }

    // The second knock of a double tap must not press what has just appeared under the finger.
    MouseArea {
        anchors.fill: parent
        visible: settle.running
        z: 1
    }

    Timer {
        id: settle

        interval: Theme.settleTime
    }
}
