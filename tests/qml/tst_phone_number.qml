// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Porchlight.Controls

Item {
    id: root

    height: 300
    width: 600

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: mirrored

    property bool mirrored: false

    PhoneNumber {
        id: number

        value: "1-888-373-7888"
        width: 300
    }

    TestCase {
        name: "PhoneNumber"
        when: windowShown

        function test_stands_alone_left_to_right() {
            compare(number.text, "\u20661-888-373-7888\u2069");
            compare(number.Accessible.name, "1-888-373-7888");
        }

        function test_is_never_broken() {
            for (const width of [300, 120, 60]) {
                number.width = width;
                compare(number.lineCount, 1);
            }
            number.width = 300;
        }

        function test_begins_where_reading_begins() {
            root.mirrored = false;
            compare(number.effectiveHorizontalAlignment, Text.AlignLeft);
            root.mirrored = true;
            compare(number.effectiveHorizontalAlignment, Text.AlignRight);
            compare(number.text, "\u20661-888-373-7888\u2069");
        }
    }
}
