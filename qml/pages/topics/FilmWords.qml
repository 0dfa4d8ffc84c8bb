// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// The words of a moment of a film, as high as they need to be.
Item {
    id: root

    property string notice: ""
    property string heading: ""
    property string caption: ""
    property string english: ""
    required property int size

    // By their texts: where nothing is visible heights still count.
    implicitHeight: words.y + words.implicitHeight + (english.length > 0 ? Theme.gap + translated.implicitHeight : 0)

    SupportText {
        id: trouble

        text: root.notice
        visible: text.length > 0
        width: parent.width
    }

    HeadingText {
        id: head

        font.pixelSize: Math.min(Theme.headingSize, root.size)
        text: root.heading
        visible: text.length > 0
        width: parent.width
        y: root.notice.length > 0 ? trouble.implicitHeight + Theme.gap : 0
    }

    BodyText {
        id: words

        font.bold: true
        font.pixelSize: root.size
        text: root.caption
        width: parent.width
        y: head.y + (root.heading.length > 0 ? head.implicitHeight + Math.round(Theme.gap / 2) : 0)
    }

    EnglishBeside {
        id: translated

        english: root.english
        font.pixelSize: Math.min(Theme.supportSize, root.size)
        width: parent.width
        y: words.y + words.implicitHeight + Theme.gap
    }
}
