// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Porchlight.Controls

// Burmese lines end between words: without help Qt fills them to the last sign that fits.
Item {
    id: root

    height: 400
    width: 600

    Component {
        id: words

        BodyText {
            font.family: "Noto Sans Myanmar"
            font.pixelSize: 40
        }
    }

    Component {
        id: title

        WordFitText {
            font.family: "Noto Sans Myanmar"
            fullSize: 40
        }
    }

    TestCase {
        name: "WordBreaks"
        when: windowShown

        function test_a_line_ends_between_two_words() {
            const first = createTemporaryObject(words, root, {
                    "text": "အလုပ်",
                    "width": 600
                });
            const both = createTemporaryObject(words, root, {
                    "text": "အလုပ်\u200bခိုင်းတယ်",
                    "width": 600
                });
            compare(both.lineCount, 1);
            const whole = both.contentWidth;
            both.width = whole - 4;
            compare(both.lineCount, 2);
            const second = whole - first.contentWidth;
            // The wider of the two words, and nothing of the other.
            fuzzyCompare(both.contentWidth, Math.max(first.contentWidth, second), 3);
        }

        function test_a_title_is_as_small_as_its_longest_word_needs() {
            const longer = createTemporaryObject(words, root, {
                    "text": "ခိုင်းတယ်",
                    "width": 600
                });
            const both = createTemporaryObject(title, root, {
                    "text": "အလုပ်\u200bခိုင်းတယ် အလုပ်",
                    "width": Math.ceil(longer.contentWidth * 1.1)
                });
            compare(both.font.pixelSize, 40);
            both.width = longer.contentWidth / 2;
            verify(both.font.pixelSize < 40);
        }

        function test_a_word_that_is_too_wide_is_still_shown() {
            const word = createTemporaryObject(words, root, {
                    "text": "ကျန်းမာရေးနှင့်လုံခြုံရေး",
                    "width": 90
                });
            verify(word.lineCount > 1);
            verify(word.contentWidth <= 91);
        }
    }
}
