// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import Porchlight.Theme
import Porchlight.ViewModels

// The one place where the theme learns of the visit and the screen.
QtObject {
    id: root

    required property real pixelsPerMm
    required property real screenWidth
    required property real screenHeight
    required property bool motion

    readonly property list<QtObject> feeds: [
        Binding {
            property: "pixelsPerMm"
            target: Theme
            value: root.pixelsPerMm
        },
        Binding {
            property: "screenWidth"
            target: Theme
            value: root.screenWidth
        },
        Binding {
            property: "screenHeight"
            target: Theme
            value: root.screenHeight
        },
        Binding {
            property: "motion"
            target: Theme
            value: root.motion
        },
        Binding {
            property: "fontFamily"
            target: Theme
            value: Visit.fontFamily.length > 0 ? Visit.fontFamily : Theme.latinFamily
        },
        Binding {
            property: "rightToLeft"
            target: Theme
            value: Visit.rightToLeft
        },
        Binding {
            property: "textSize"
            target: Theme
            value: Visit.textSize
        },
        Binding {
            property: "reach"
            target: Theme
            value: Visit.reach
        },
        Binding {
            property: "look"
            target: Theme
            value: Visit.look
        }
    ]
}
