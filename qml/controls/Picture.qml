// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// A drawing of media/illustrations on a quiet ground. It decorates and says nothing that the words do not say;
// the high-contrast look does without.
Rectangle {
    id: root

    required property string picture
    property bool squareBelow: false

    color: Theme.tintColor
    radius: Theme.radius
    visible: Theme.showsPictures && picture.length > 0

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: parent.color
        height: parent.radius
        visible: root.squareBelow
    }

    Drawing {
        anchors.fill: parent
        fills: true
        name: root.picture.length > 0 ? "illustrations/" + root.picture : ""
        radius: root.radius
        squareBelow: root.squareBelow
    }
}
