// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// Wraps between words only, and becomes as small as its longest word needs. (Text.Fit would squeeze all of it into
// one line first.) Words end at spaces, and at the zero-width ones of languages that write none.
BodyText {
    id: root

    required property int fullSize
    readonly property string longest: {
        let found = "";
        for (const word of text.split(/[ \u200b]/))
            found = word.length > found.length ? word : found;
        return found;
    }

    font.pixelSize: Math.max(1, Math.floor(fullSize * Math.min(1, width / Math.max(1, measure.advanceWidth * 1.03))))
    wrapMode: Text.WordWrap

    TextMetrics {
        id: measure

        font.bold: root.font.bold
        font.family: root.font.family
        font.pixelSize: root.fullSize
        text: root.longest
    }
}
