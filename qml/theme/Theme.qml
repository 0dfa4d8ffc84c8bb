// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Every size and colour, as flat tokens. Sizes are thought in millimetres and given in pixels.
// Only the shell writes the first block; everything else follows from it.
QtObject {
    enum Look {
        Light,
        Dark,
        Contrast
    }

    property real pixelsPerMm: 4.03
    property real screenWidth: 1080
    property real screenHeight: 1920
    property int textSize: 2
    property int look: 0
    property string fontFamily: "Noto Sans"
    property bool rightToLeft: false
    property bool reach: false
    property bool motion: true

    // The shapes of screen we draw for. Compact is a small panel (152 x 91 mm) that is held or stands on a desk; low is a
    // larger one (217 x 136 mm) whose height is still needed for reading, so that the bar stands beside the page.
    // In reach mode the lower half of a tall screen is laid out like a wide one.
    readonly property bool compact: Math.min(screenWidth, screenHeight) < 120 * pixelsPerMm
    readonly property bool low: !compact && screenWidth > screenHeight && screenHeight < 200 * pixelsPerMm
    readonly property bool tall: !compact && screenHeight > screenWidth
    readonly property bool reaching: tall && reach
    readonly property bool portrait: tall && !reach
    readonly property bool landscape: !compact && !low && !portrait
    readonly property bool barBeside: compact || low

    // Text. Noto's capitals are 0.714 em high. At size 2 nothing that a visitor must read is below 4.8 mm.
    readonly property real capitalMm: textSize <= 1 ? 3.8 : textSize === 2 ? 5.0 : textSize === 3 ? 6.6 : 8.7
    readonly property int bodySize: mm(capitalMm / 0.714)
    readonly property int supportSize: mm(Math.min(capitalMm, Math.max(4.8, capitalMm * 0.82), compact ? 5.4 : 99) / 0.714)
    // For a panel that is read from close by, where all of the first screen must stand together.
    readonly property int smallSize: mm(Math.min(capitalMm, 3.8) / 0.714)
    readonly property int barSize: mm(Math.min(capitalMm, compact ? 4.0 : low ? 4.8 : 5.6) / 0.714)
    readonly property int headingSize: Math.round(bodySize * (textSize > 2 || barBeside ? 1.1 : 1.22))
    readonly property int titleSize: Math.round(bodySize * (compact ? (textSize > 2 ? Math.min(1, mm(8.4) / bodySize) : 1.15) : low ? (textSize > 2 ? Math.min(1.1, mm(10.5) / bodySize) : 1.3) : textSize > 2 ? 1.3 : 1.6))
    // Names of people to call: as large as the body, and never so large that name and number part.
    readonly property int nameSize: Math.min(bodySize, titleSize)
    readonly property int welcomeSize: Math.round(bodySize * (compact ? 1.25 : low ? (textSize > 2 ? 1.3 : 1.7) : textSize > 2 ? 1.6 : 2.4))
    readonly property int numberSize: Math.round(bodySize * (compact ? 1.1 : textSize > 2 ? 1.15 : low ? 1.25 : 1.35))
    readonly property string latinFamily: "Noto Sans"
    // Burmese signs stand in three storeys: a line of it takes the room of one and a half.
    readonly property bool tallScript: fontFamily.includes("Myanmar")

    // Room. A finger needs 20 mm with 3 mm between; where a small screen cannot give it, never below 12.7 and 2.54.
    readonly property int touchTarget: mm(compact ? 12.8 : low ? 16.5 : 20)
    readonly property int gap: mm(compact ? 2.6 : low ? 3 : 4)
    readonly property int margin: mm(compact ? 3 : low ? 6 : tall ? 13 : 15)
    readonly property int padding: mm(compact ? 2.6 : low ? 3.4 : 5)
    readonly property int pageTop: mm(compact ? 1.6 : low ? 3 : 9)
    readonly property int pageBottom: mm(compact ? 2 : low ? 3 : 6)
    readonly property int radius: mm(compact ? 2 : low ? 2.6 : 3)
    readonly property int edge: Math.max(1, mm(0.4))
    readonly property int iconSize: mm(compact ? 7 : low ? 8 : 9)
    readonly property int ringWidth: Math.max(2, mm(0.9))
    readonly property int barHeight: mm(tall ? 34 : 28)
    readonly property int barWidth: mm(low ? 39 : 36)
    readonly property int ribbonHeight: mm(compact ? 6.4 : low ? 8 : 11)

    // Motion explains where one went and is absent otherwise. The settle time swallows the second knock of a double tap.
    readonly property int slideTime: motion ? 120 : 0
    readonly property int settleTime: motion ? 200 : 0

    // Colour. Red is for the police and the emergency line alone.
    readonly property color pageColor: pick("#f7f1e5", "#191815", "#000000")
    readonly property color cardColor: pick("#fffcf5", "#25231f", "#000000")
    readonly property color tintColor: pick("#dfe9e4", "#1d3638", "#000000")
    readonly property color pressedColor: pick("#e9dfc9", "#3a362f", "#404040")
    readonly property color inkColor: pick("#23211c", "#f5eedf", "#ffffff")
    readonly property color softInkColor: pick("#34312b", "#d9d1c4", "#ffffff")
    readonly property color faintInkColor: pick("#6b6352", "#aaa190", "#b0b0b0")
    readonly property color edgeColor: pick("#857c6a", "#8c8474", "#ffffff")
    readonly property color hairlineColor: pick("#d9cfba", "#3d3932", "#ffffff")
    readonly property color accentColor: pick("#07383d", "#9bdad5", "#fffde0")
    readonly property color accentPressedColor: pick("#052c30", "#b8e6e2", "#ffffff")
    readonly property color accentInkColor: pick("#fffcf5", "#0d1f20", "#000000")
    readonly property color glowColor: pick("#edb04f", "#b9812b", "#000000")
    readonly property color ribbonColor: pick("#f0b95a", "#f0b95a", "#ffffff")
    readonly property color ribbonInkColor: pick("#23211c", "#23211c", "#000000")
    readonly property color ringColor: pick("#23211c", "#f0b95a", "#fffcd0")
    readonly property color emergencyColor: pick("#7a1512", "#ffb4a8", "#ffffff")
    readonly property bool showsPictures: look !== 2

    function mm(millimetres: real): int {
        return Math.round(millimetres * pixelsPerMm);
    }

    // Noto's Arabic comes with lines of 2.1 em and its Burmese with 2.2, made for stacked marks that we do not set. At
    // 1.6 and 1.75 em a paragraph holds together; what stands empty above its first line and below its last is
    // trimmed, so that signs and words align.
    function lineScale(family: string): real {
        return family.includes("Arabic") ? 0.75 : family.includes("Myanmar") ? 0.8 : 1.0;
    }

    function trimAbove(family: string): real {
        return family.includes("Arabic") ? 0.32 : family.includes("Myanmar") ? 0.24 : 0.0;
    }

    function trimBelow(family: string): real {
        return family.includes("Arabic") ? 0.22 : family.includes("Myanmar") ? 0.28 : 0.0;
    }

    function pick(light: color, dark: color, contrast: color): color {
        return look === 0 ? light : look === 1 ? dark : contrast;
    }
}
