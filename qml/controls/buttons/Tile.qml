// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// One of the six of the second screen: a drawing, a title, a hint. Where there is no room for a drawing, or where the
// look does without, the sign of the same name stands there.
Pressable {
    id: root

    required property string hint
    required property string icon
    readonly property bool roomy: !Theme.compact
    readonly property int inset: Theme.mm(Theme.low ? 2.6 : roomy ? 5 : 0.9)
    // Long titles on a small panel: smaller rather than taller.
    readonly property real squeeze: roomy ? (Theme.low && (Theme.tallScript || measure.advanceWidth > 1.25 * words.width) ? 0.84 : 1) : (measure.advanceWidth > 1.7 * words.width ? 0.75 : 0.94) * (Theme.lineScale(Theme.fontFamily) < 1 && !Theme.tallScript ? 0.9 : 1)
    readonly property int least: Theme.mm(Theme.low ? 11 : Theme.reaching ? 20 : roomy ? 34 : Theme.tallScript ? 0 : 5)

    choice: true
    implicitHeight: least + words.implicitHeight + 2 * inset

    Accessible.description: hint

    CardGround {
        pressed: root.pressed
    }

    Item {
        id: top

        anchors.bottom: words.top
        anchors.bottomMargin: root.roomy ? root.inset : 0
        anchors.left: parent.left
        anchors.margins: Theme.edge
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: root.roomy ? Theme.edge : root.inset

        Picture {
            anchors.fill: parent
            squareBelow: true
            picture: root.roomy ? root.icon : ""
        }

        Icon {
            anchors.left: parent.left
            anchors.leftMargin: root.inset
            anchors.verticalCenter: parent.verticalCenter
            height: width
            sign: root.icon
            visible: !Theme.showsPictures || !root.roomy
            width: Math.min(parent.height, Theme.mm(Theme.low ? 14 : root.roomy ? 24 : 10))
        }
    }

    Column {
        id: words

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.inset
        anchors.left: parent.left
        anchors.leftMargin: root.inset
        anchors.right: parent.right
        anchors.rightMargin: root.inset

        WordFitText {
            bold: root.roomy
            fullSize: root.roomy ? Math.round(Theme.headingSize * root.squeeze) : Math.round(Theme.supportSize * root.squeeze)
            text: root.label
            width: parent.width

            Accessible.ignored: true
        }

        SupportText {
            text: root.hint
            visible: root.roomy && !Theme.low && !Theme.reaching && !(Theme.landscape && Theme.tallScript) && text.length > 0
            width: parent.width

            Accessible.ignored: true
        }
    }

    TextMetrics {
        id: measure

        font.family: Theme.fontFamily
        font.pixelSize: Theme.supportSize
        text: root.label
    }

    FocusRing {
        shown: root.ringShown
    }
}
