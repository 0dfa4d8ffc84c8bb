// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Porchlight.Theme

TestCase {
    name: "Theme"

    function linear(part: real): real {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    function luminance(shade: color): real {
        return 0.2126 * linear(shade.r) + 0.7152 * linear(shade.g) + 0.0722 * linear(shade.b);
    }

    function contrast(one: color, other: color): real {
        const a = luminance(one) + 0.05;
        const b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    function init() {
        Theme.pixelsPerMm = 1080 / 268;
        Theme.screenWidth = 1080;
        Theme.screenHeight = 1920;
        Theme.textSize = 2;
        Theme.look = 0;
    }

    function cleanupTestCase() {
        init();
    }

    function test_contrast_data() {
        return [{
                "tag": "light",
                "look": 0,
                "body": 10
            }, {
                "tag": "dark",
                "look": 1,
                "body": 10
            }, {
                "tag": "high contrast",
                "look": 2,
                "body": 20
            }];
    }

    function test_contrast(data) {
        Theme.look = data.look;
        for (const ground of [Theme.pageColor, Theme.cardColor, Theme.tintColor, Theme.pressedColor]) {
            // A pressed ground stands there for a moment only.
            const least = Qt.colorEqual(ground, Theme.pressedColor) ? 7 : data.body;
            verify(contrast(Theme.inkColor, ground) >= least, "ink on " + ground);
            verify(contrast(Theme.softInkColor, ground) >= 7, "soft ink on " + ground);
            verify(contrast(Theme.accentColor, ground) >= 4.5, "accent on " + ground);
        }
        verify(contrast(Theme.accentInkColor, Theme.accentColor) >= 7);
        verify(contrast(Theme.ribbonInkColor, Theme.ribbonColor) >= 7);
        verify(contrast(Theme.edgeColor, Theme.cardColor) >= 3);
        verify(contrast(Theme.edgeColor, Theme.pageColor) >= 3);
        verify(contrast(Theme.ringColor, Theme.pageColor) >= 3);
        verify(contrast(Theme.ringColor, Theme.tintColor) >= 3);
        verify(contrast(Theme.emergencyColor, Theme.cardColor) >= 7);
    }

    function test_capitals_are_as_tall_as_promised() {
        const millimetres = [3.8, 5.0, 6.6, 8.7];
        for (let size = 1; size <= 4; ++size) {
            Theme.textSize = size;
            fuzzyCompare(Theme.bodySize * 0.714 / Theme.pixelsPerMm, millimetres[size - 1], 0.15);
        }
        Theme.textSize = 2;
        verify(Theme.supportSize * 0.714 / Theme.pixelsPerMm >= 4.7);
    }

    function test_shapes_data() {
        return [{
                "tag": "portrait",
                "width": 1080,
                "height": 1920,
                "mm": 268,
                "target": 20,
                "gap": 3
            }, {
                "tag": "landscape",
                "width": 1920,
                "height": 1080,
                "mm": 476,
                "target": 20,
                "gap": 3
            }, {
                "tag": "compact",
                "width": 800,
                "height": 480,
                "mm": 152,
                "target": 12.7,
                "gap": 2.54
            }];
    }

    function test_shapes(data) {
        Theme.pixelsPerMm = data.width / data.mm;
        Theme.screenWidth = data.width;
        Theme.screenHeight = data.height;
        compare(Theme.portrait, data.tag === "portrait");
        compare(Theme.landscape, data.tag === "landscape");
        compare(Theme.compact, data.tag === "compact");
        verify(Theme.touchTarget >= Math.floor(data.target * Theme.pixelsPerMm));
        verify(Theme.gap >= Math.floor(data.gap * Theme.pixelsPerMm));
    }
}
