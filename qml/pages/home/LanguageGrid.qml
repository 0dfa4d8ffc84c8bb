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

    signal chosen(string tag)

    columns: count <= 8 ? 2 : 3
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
            height: Math.max(implicitHeight, Theme.mm(Theme.compact ? 15 : root.count <= 8 ? 32 : 25))
            label: ownName
            width: root.cell

            onActivated: root.chosen(tag)
        }
    }
}
