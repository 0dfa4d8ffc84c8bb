// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// A short text of second rank behind a small sign; nothing at all where there is no text.
Item {
    id: root

    required property string sign
    required property string text
    property color ink: Theme.softInkColor
    property bool bold: false
    /// Said before it: what the sign shows.
    property string lead: ""

    implicitHeight: words.implicitHeight
    visible: text.length > 0

    Icon {
        id: drawn

        anchors.left: parent.left
        color: root.ink
        height: width
        sign: root.sign
        width: Math.round(Theme.supportSize * 1.2)
        y: Math.round((words.implicitHeight / Math.max(1, words.lineCount) - height) / 2)
    }

    SupportText {
        id: words

        anchors.left: drawn.right
        anchors.leftMargin: Theme.mm(1.8)
        anchors.right: parent.right
        color: root.ink
        font.bold: root.bold
        lead: root.lead
        text: root.text
    }
}
