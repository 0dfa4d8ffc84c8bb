// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

// The English of a safety sentence, below a translation that no person has approved yet; nothing in other cases.
SupportText {
    property string english: ""

    font.family: Theme.latinFamily
    // Mirrored with all else: English stays ragged at its right.
    horizontalAlignment: Theme.rightToLeft ? Text.AlignRight : Text.AlignLeft
    text: english.length > 0 ? "\u2066" + english + "\u2069" : ""
    tongue: "en"
    visible: text.length > 0
}
