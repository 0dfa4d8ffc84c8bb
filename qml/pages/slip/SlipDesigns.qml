// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// The kinds of card there are, side by side as far as their words leave room; the last one fills its row.
Flow {
    id: root

    required property DesignModel designs
    readonly property int columns: Theme.compact ? (Theme.textSize > 2 ? 1 : 2) : Theme.textSize > 2 || Theme.reaching ? 2 : 3
    readonly property int rest: choices.count % columns
    readonly property real tallest: tallestOf(choices.count)

    signal designChosen(string designId)

    function tallestOf(count: int): real {
        return count === 0 ? 0 : Math.max(choices.itemAt(count - 1) ? choices.itemAt(count - 1).implicitHeight : 0, tallestOf(count - 1));
    }

    function cell(inRow: int): int {
        return Math.floor((width - (inRow - 1) * spacing) / inRow);
    }

    spacing: Theme.gap

    Repeater {
        id: choices

        model: root.designs

        ChoiceButton {
            required property string designId
            required property string title
            required property bool chosen
            required property int index

            height: root.tallest
            label: title
            selected: chosen
            width: root.cell(index < choices.count - root.rest ? root.columns : root.rest)

            onActivated: root.designChosen(designId)
        }
    }
}
