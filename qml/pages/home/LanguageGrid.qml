// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Every language at once: the one list that may be longer than six.
Grid {
    id: root

    required property LanguageModel languages
    required property string current
    readonly property int count: buttons.count
    readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)
    /// Pixels that the whole list may take, where that leaves each language its least height.
    property real room: 0
    /// Two ordinary pages among the languages, where they have no place of their own.
    property bool asides: false
    readonly property int rows: Math.ceil((count + (asides ? 2 : 0)) / columns)
    readonly property int fair: Math.floor((room - (rows - 1) * spacing) / Math.max(1, rows))
    readonly property int tall: Math.max(least, room > 0 ? Math.min(most, fair) : most)
    readonly property int most: Theme.mm(Theme.compact ? 15 : count <= 8 ? 32 : 25)
    readonly property int least: Theme.low ? Theme.mm(12.8) : Theme.touchTarget

    signal chosen(string tag)
    signal aboutRequested
    signal coverRequested

    columns: count <= 8 ? 2 : Theme.low && Theme.textSize <= 2 ? 4 : 3
    spacing: Theme.gap

    Repeater {
        id: buttons

        model: root.languages

        LanguageButton {
            required property string tag
            required property string ownName
            required property string fontFamily

            selected: tag === root.current
            family: fontFamily
            tongue: tag
            height: root.asides ? root.tall : Math.max(implicitHeight, root.tall)
            label: ownName
            width: root.cell

            onActivated: root.chosen(tag)
        }
    }

    LanguageButton {
        choosable: false
        family: Theme.fontFamily
        height: root.tall
        label: qsTrId("about.title")
        visible: root.asides
        width: root.cell

        onActivated: root.aboutRequested()
    }

    LanguageButton {
        choosable: false
        family: Theme.fontFamily
        height: root.tall
        label: qsTrId("cover.hours")
        visible: root.asides
        width: root.cell

        onActivated: root.coverRequested()
    }
}
