// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// A sentence that stands apart: a tinted slip of paper with an amber edge where reading begins.
Item {
    id: root

    required property string text
    property string english: ""
    property string sign: ""
    property bool passing: false

    implicitHeight: Math.max(words.implicitHeight, drawn.visible ? drawn.height : 0) + 2 * Theme.padding

    Rectangle {
        anchors.fill: parent
        border.color: Theme.hairlineColor
        border.width: Theme.showsPictures ? 0 : Theme.edge
        color: Theme.tintColor
    }

    Rectangle {
        id: edge

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        color: Theme.ribbonColor
        width: Theme.mm(1.4)
    }

    Icon {
        id: drawn

        anchors.left: edge.right
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        height: width
        sign: root.sign
        visible: root.sign.length > 0
        width: Math.round(Theme.bodySize * 1.5)
    }

    Column {
        id: words

        anchors.left: drawn.visible ? drawn.right : edge.right
        anchors.leftMargin: Theme.padding
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(1)

        BodyText {
            passing: root.passing
            text: root.text
            width: words.width
        }

        EnglishBeside {
            english: root.english
            width: words.width
        }
    }
}
