// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// One point of a list. The mark is drawn: every font has its own idea of a bullet.
Item {
    id: root

    required property string text

    implicitHeight: words.implicitHeight

    Rectangle {
        id: mark

        anchors.left: parent.left
        color: Theme.showsPictures ? Theme.ribbonColor : Theme.inkColor
        height: width
        radius: width / 2
        width: Math.round(Theme.bodySize * 0.36)
        y: Math.round((words.implicitHeight / Math.max(1, words.lineCount) - height) / 2)
    }

    BodyText {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Math.round(Theme.bodySize * 0.6)
        anchors.right: parent.right
        text: root.text
    }
}
