// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Porchlight.Controls

Item {
    height: 400
    width: 400

    BigButton {
        id: button

        height: 100
        label: "Press"
        width: 200
    }

    SignalSpy {
        id: activated

        signalName: "activated"
        target: button
    }

    TestCase {
        name: "Pressable"
        when: windowShown

        function init() {
            activated.clear();
            button.enabled = true;
        }

        function test_press_and_release_inside() {
            mouseClick(button);
            compare(activated.count, 1);
        }

        function test_touch_inside() {
            const touch = touchEvent(button);
            touch.press(1, button, 20, 20).commit();
            verify(button.pressed);
            touch.move(1, button, 120, 60).commit();
            touch.release(1, button, 120, 60).commit();
            compare(activated.count, 1, "a trembling finger still presses");
        }

        function test_release_outside_is_no_press() {
            mousePress(button, 20, 20);
            mouseMove(button, 20, 300);
            mouseRelease(button, 20, 300);
            compare(activated.count, 0);
            verify(!button.pressed);
        }

        function test_press_outside_is_no_press() {
            mousePress(button, 20, 300);
            mouseMove(button, 20, 20);
            mouseRelease(button, 20, 20);
            compare(activated.count, 0);
        }

        function test_keys_data() {
            return [{
                    "tag": "Enter",
                    "key": Qt.Key_Enter
                }, {
                    "tag": "Return",
                    "key": Qt.Key_Return
                }, {
                    "tag": "Space",
                    "key": Qt.Key_Space
                }];
        }

        function test_keys(data) {
            button.forceActiveFocus();
            verify(button.ringShown);
            keyClick(data.key);
            compare(activated.count, 1);
        }

        function test_disabled() {
            button.enabled = false;
            mouseClick(button);
            compare(activated.count, 0);
        }

        function test_an_assistive_program_hears_it() {
            compare(button.Accessible.name, "Press");
            compare(button.Accessible.role, Accessible.Button);
        }
    }
}
