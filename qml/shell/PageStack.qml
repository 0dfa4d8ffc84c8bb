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
    /// What is turned on it.
    property MoreScroller turned: null
    property string pageName: ""
    property string pagePlace: ""
    // The places that led here and where one was reading on them: Back, Language and Display find it again.
    property list<string> places
    property list<string> readings

    clip: true

    /// What to begin with at the place that is shown next.
    function enter(next: string): string {
        const known = places.lastIndexOf(next);
        if (known >= 0) {
            const reading = readings[known];
            places = places.slice(0, known);
            readings = readings.slice(0, known);
            return reading;
        }
        if (page && pagePlace.length > 0) {
            places = places.concat([pagePlace]);
            readings = readings.concat([page.place]);
        }
        return "";
    }

    function turn(by: int) {
        if (page)
            page.turnBy(by);
    }

    function forget() {
        places = [];
        readings = [];
        pagePlace = "";
    }

    function showPage() {
        const reading = enter(place);
        if (Visit.page !== pageName) {
            const old = page;
            const component = table.find(Visit.page);
            page = component ? component.createObject(root) as Page : null;
            turned = page ? page.turned : null;
            pageName = Visit.page;
            if (old) {
                old.visible = false;
                old.destroy();
            }
        }
        pagePlace = place;
        if (!page)
            return;
        page.turnToPlace(reading);
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
            root.forget();
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
