// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Porchlight.Theme
import Porchlight.Controls

Item {
    id: root

    property int cards: 12
    property int cardHeight: 90
    property bool ofAList: false

    height: 600
    width: 400

    MoreScroller {
        id: scroller

        anchors.fill: parent
        spacing: 10

        Repeater {
            id: repeater

            model: root.cards

            BigButton {
                required property int index

                choice: root.ofAList
                height: root.cardHeight
                label: "Card " + index
                width: 400
            }
        }
    }

    TestCase {
        name: "MoreScroller"
        when: windowShown

        function init() {
            Theme.motion = false;
            root.cards = 12;
            root.cardHeight = 90;
            root.ofAList = false;
            waitForRendering(root); // parted anew
            tryVerify(() => scroller.parts > 1);
            scroller.turnTo(0);
        }

        // A card is whole on the part, or not there at all.
        function whole(): int {
            let shown = 0;
            for (let at = 0; at < repeater.count; ++at) {
                const card = repeater.itemAt(at);
                const top = card.mapToItem(scroller, 0, 0).y;
                const bottom = top + card.height;
                if (bottom <= 0.5 || top >= scroller.shownHeight - 0.5)
                    continue;
                verify(top >= -0.5 && bottom <= scroller.shownHeight + 0.5, "card " + at + " is cut");
                ++shown;
            }
            return shown;
        }

        function test_short_content_is_not_parted() {
            root.cards = 3;
            tryCompare(scroller, "parts", 1);
        }

        function test_every_card_is_whole_on_one_part() {
            let seen = 0;
            for (let part = 0; part < scroller.parts; ++part) {
                scroller.turnTo(part);
                const shown = whole();
                verify(shown > 0);
                seen += shown;
            }
            compare(seen, root.cards);
        }

        function test_focus_turns_to_its_part() {
            repeater.itemAt(11).forceActiveFocus();
            compare(scroller.part, scroller.parts - 1);
            repeater.itemAt(0).forceActiveFocus();
            compare(scroller.part, 0);
        }

        function test_a_list_shows_six_at_most() {
            root.cards = 13;
            root.cardHeight = 20;
            tryCompare(scroller, "parts", 1);
            root.ofAList = true;
            root.cardHeight = 21; // what stands there is looked at again when it changes its height
            tryCompare(scroller, "parts", 3);
            const shown = [];
            for (let part = 0; part < scroller.parts; ++part) {
                scroller.turnTo(part);
                shown.push(whole());
            }
            compare(shown, [6, 6, 1]);
        }

        // The card that a part begins with.
        function first(): int {
            for (let at = 0; at < repeater.count; ++at) {
                if (repeater.itemAt(at).mapToItem(scroller, 0, 0).y >= -0.5)
                    return at;
            }
            return -1;
        }

        function test_what_one_reads_stays_when_it_grows() {
            scroller.turnTo(1);
            const reading = first();
            verify(reading > 0);
            const parts = scroller.parts;
            root.cardHeight = 170;
            tryVerify(() => scroller.parts > parts);
            whole();
            verify(first() <= reading && first() + 2 > reading, "card " + reading + " is still in sight");
            root.cardHeight = 90;
            tryCompare(scroller, "parts", parts);
            compare(first(), reading);
        }

        function test_more_and_up_by_touch() {
            mouseClick(root, 350, 590);
            compare(scroller.part, 1);
            mouseClick(root, 30, 590);
            compare(scroller.part, 0);
        }
    }
}
