// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.Shell

Item {
    id: root

    height: 600
    width: 800

    SpeechMark {
        id: mark

        place: Qt.rect(0, 0, 0, 0)
    }

    MoreScroller {
        id: scroller

        height: 300
        width: 600
        x: 100

        Repeater {
            id: lines

            model: 20

            BodyText {
                required property int index

                text: "Line " + index
                width: 500
            }
        }
    }

    TestCase {
        name: "SpeechMark"
        when: windowShown

        function cleanup() {
            Theme.rightToLeft = false;
            mark.place = Qt.rect(0, 0, 0, 0);
            scroller.reading = null;
            scroller.turnTo(0);
        }

        function test_isThereOnlyWhileSomethingIsSaid() {
            verify(!mark.visible);
            mark.place = Qt.rect(100, 50, 300, 40);
            verify(mark.visible);
            compare(mark.y, 50);
            compare(mark.height, 40);
            mark.place = Qt.rect(0, 0, 0, 0);
            verify(!mark.visible);
        }

        function test_standsWhereReadingBegins() {
            mark.place = Qt.rect(100, 50, 300, 40);
            verify(mark.x + mark.width <= 100);
            Theme.rightToLeft = true;
            verify(mark.x >= 400);
        }

        function test_staysOnTheScreen() {
            mark.place = Qt.rect(0, 50, 300, 40);
            verify(mark.x >= 0);
        }

        function test_aPageIsTurnedToWhatIsRead() {
            tryVerify(() => scroller.parts > 1);
            compare(scroller.part, 0);
            scroller.reading = lines.itemAt(19);
            compare(scroller.part, scroller.parts - 1);
            scroller.reading = lines.itemAt(0);
            compare(scroller.part, 0);
        }
    }
}
