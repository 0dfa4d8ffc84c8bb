// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.Staff
import Porchlight.ViewModels

Item {
    id: root

    height: 1920
    width: 1080

    KeyLessons {
        id: lessons
    }

    LearnKeys {
        id: learn

        anchors.fill: parent
        lessons: lessons
    }

    TestCase {
        name: "LearnKeys"
        when: windowShown

        function init() {
            lessons.asked = "Up";
            lessons.optional = false;
            lessons.problem = "";
            lessons.trying = false;
            lessons.saved = false;
            lessons.told = "";
        }

        function find(item: QtObject, label: string): QtObject {
            if (!item.visible)
                return null;
            if ((item instanceof Pressable && item.label === label) || (item instanceof Text && item.text === label))
                return item;
            for (let at = 0; at < item.children.length; ++at) {
                const found = find(item.children[at], label);
                if (found)
                    return found;
            }
            return null;
        }

        function test_asks_for_one_key() {
            verify(find(learn, "Up"));
            verify(!find(learn, "There is no such key"), "nobody can do without Up");
            verify(!find(learn, "Save"));
        }

        function test_an_optional_one_is_skipped_by_touch() {
            lessons.asked = "Louder";
            lessons.optional = true;
            waitForRendering(learn);
            mouseClick(find(learn, "There is no such key"));
            compare(lessons.told, "skip ");
        }

        function test_says_why_a_key_is_refused() {
            lessons.problem = "F23 is \"Up\" already. Press another key.";
            verify(find(learn, lessons.problem));
        }

        function test_tries_then_saves() {
            lessons.asked = "";
            lessons.trying = true;
            waitForRendering(learn);
            verify(find(learn, "Try every key"));
            mouseClick(find(learn, "Save"));
            mouseClick(find(learn, "Start over"));
            mouseClick(find(learn, "Leave without saving"));
            compare(lessons.told, "save startOver leave ");
            lessons.saved = true;
            verify(!find(learn, "Save"));
            verify(find(learn, "Done"));
        }

        function test_buttons_keep_within_the_screen_data() {
            return [[1080, 1920, 268], [1920, 1080, 476], [1280, 800, 217], [800, 480, 152]].map(([width, height, mm]) => ({
                        "tag": width + "x" + height,
                        "width": width,
                        "height": height,
                        "mm": mm
                    }));
        }

        function test_buttons_keep_within_the_screen(data) {
            Theme.pixelsPerMm = data.width / data.mm;
            Theme.screenWidth = root.width = data.width;
            Theme.screenHeight = root.height = data.height;
            lessons.optional = true;
            lessons.problem = "Volume Down (code:0x7a) is \"Quieter\" already. Press another key.";
            lessons.heard = "Volume Down (code:0x7a): Quieter";
            waitForRendering(learn);
            const button = find(learn, "There is no such key");
            const problem = find(learn, lessons.problem);
            verify(button.mapToItem(learn, 0, 0).y >= problem.mapToItem(learn, 0, problem.height).y, "nothing lies upon another");
            verify(button.height >= Theme.touchTarget);
            root.width = Theme.screenWidth = 1080;
            root.height = Theme.screenHeight = 1920;
            Theme.pixelsPerMm = 1080 / 268;
        }
    }
}
