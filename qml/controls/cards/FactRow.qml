// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

// A small heading with its answer; nothing at all where there is no answer.
Column {
    id: root

    required property string heading
    required property string text
    property string english: ""

    spacing: Theme.mm(1)
    visible: text.length > 0

    SupportText {
        color: Theme.accentColor
        font.bold: true
        heading: true
        text: root.heading
        visible: text.length > 0
        width: root.width
    }

    BodyText {
        text: root.text
        width: root.width
    }

    EnglishBeside {
        english: root.english
        width: root.width
    }
}
