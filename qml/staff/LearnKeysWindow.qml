// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.ViewModels

// The window in which a keypad is learnt. There is no visit here: the theme learns of the screen from the window itself.
Window {
    id: root

    required property KeyLessons lessons
    required property real pixelsPerMm

    color: Theme.pageColor
    title: "Porchlight: learn keys"

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: root.pixelsPerMm
    }

    Binding {
        property: "screenWidth"
        target: Theme
        value: root.width
    }

    Binding {
        property: "screenHeight"
        target: Theme
        value: root.height
    }

    LearnKeys {
        anchors.fill: parent
        lessons: root.lessons
    }
}
