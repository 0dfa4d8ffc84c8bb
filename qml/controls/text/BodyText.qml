// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Controls
import Porchlight.Theme

// What there is to read. All other texts are made of it, so that font, direction and wrapping are decided once.
Text {
    id: root

    property bool heading: false
    /// Tag of the language it is in, where that is not the language of the page.
    property string tongue: ""
    /// Said before it, where only a sign is seen.
    property string lead: ""
    /// Said instead of it, where marks of writing stand around it.
    property string spoken: ""
    /// Changes by itself: said together with the page, not whenever it changes.
    property bool passing: false
    property int spaceAbove: 0
    property int spaceBelow: 0
    /// Pixels of empty line that are cut off above and below.
    readonly property int trimmed: Math.round(font.pixelSize * (Theme.trimAbove(font.family) + Theme.trimBelow(font.family)))

    bottomPadding: spaceBelow - Math.round(font.pixelSize * Theme.trimBelow(font.family))
    color: Theme.inkColor
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineScale(font.family)
    textFormat: Text.PlainText
    topPadding: spaceAbove - Math.round(font.pixelSize * Theme.trimAbove(font.family))
    wrapMode: Text.Wrap

    WordBreaks {
        target: root.font.family.includes("Myanmar") && root.wrapMode !== Text.NoWrap ? root : null
    }

    Accessible.ignored: text.length === 0
    Accessible.name: text
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
}
