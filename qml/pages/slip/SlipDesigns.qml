// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// The kinds of card there are.
Grid {
    id: root

    required property DesignModel designs
    readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

    signal designChosen(string designId)

    columns: Theme.compact && Theme.textSize > 2 ? 1 : 2
    spacing: Theme.gap

    Repeater {
        model: root.designs

        ChoiceButton {
            required property string designId
            required property string title
            required property bool chosen

            label: title
            selected: chosen
            width: root.cell

            onActivated: root.designChosen(designId)
        }
    }
}
