// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// Wraps between words only, and becomes as small as its longest word needs. (Text.Fit would squeeze all of it into
// one line first.) Words end at spaces, and at the zero-width ones of languages that write none.
BodyText {
    id: root

    required property int fullSize
    property bool bold: false
    readonly property string longest: {
        let found = "";
        for (const word of text.split(/[ \u200b]/))
            found = word.length > found.length ? word : found;
        return found;
    }

    font.bold: bold
    font.pixelSize: Math.max(1, Math.floor(fullSize * Math.min(1, width / Math.max(1, measure.advanceWidth * 1.03))))
    wrapMode: Text.WordWrap

    TextMetrics {
        id: measure

        // Not of root.font, which changes as a whole with its size.
        font.bold: root.bold
        font.family: Theme.fontFamily
        font.pixelSize: root.fullSize
        text: root.longest
    }
}
