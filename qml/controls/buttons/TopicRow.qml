// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// A topic in its list: what it is called, one line about it, and an arrow to where it leads.
Pressable {
    id: root

    required property string summary
    required property string picture
    /// Its title may hold topic words, which stay in body size.
    property bool quiet: false

    choice: true
    implicitHeight: Math.max(Theme.touchTarget, words.implicitHeight + 2 * Theme.padding, drawing.visible ? drawing.height + 2 * drawing.anchors.leftMargin : 0)

    Accessible.description: summary

    Rectangle {
        anchors.fill: parent
        border.color: Theme.edgeColor
        border.width: Theme.edge
        color: root.pressed ? Theme.pressedColor : Theme.cardColor
        radius: Theme.radius
    }

    Picture {
        id: drawing

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(Theme.low ? 1.6 : 3)
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.mm(Theme.low ? 20 : 36)
        picture: Theme.compact ? "" : root.picture
        width: Theme.mm(Theme.low ? 30 : 54)
    }

    Column {
        id: words

        anchors.left: drawing.visible ? drawing.right : parent.left
        anchors.leftMargin: Theme.padding
        anchors.right: arrow.left
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(1)

        HeadingText {
            font.pixelSize: root.quiet ? Theme.bodySize : Theme.headingSize
            text: root.label
            width: parent.width

            Accessible.ignored: true
        }

        SupportText {
            text: root.summary
            visible: text.length > 0 && !Theme.compact && !(Theme.low && Theme.tallScript)
            width: parent.width

            Accessible.ignored: true
        }
    }

    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        directed: true
        height: width
        sign: "next"
        width: Theme.mm(Theme.compact ? 5 : 7)
    }

    FocusRing {
        shown: root.ringShown
    }
}
