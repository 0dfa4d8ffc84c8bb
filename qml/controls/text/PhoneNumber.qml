// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

// A number or address as people dial or type it: left to right in every language, in one piece, in Noto's even digits.
BodyText {
    id: root

    required property string value

    color: Theme.accentColor
    font.bold: true
    font.family: Theme.latinFamily
    font.pixelSize: Theme.numberSize
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.mm(4)
    text: "\u2066" + value + "\u2069"
    wrapMode: Text.NoWrap

    Accessible.name: value
}
