// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Screen 2, "What do you need today?": six tiles that fill the screen, and a small one below them.
Page {
    id: root

    required property TileModel tiles
    required property TileModel moreTiles

    signal tileChosen(string tileId, string opens)

    full: true
    title: qsTrId("home.title")

    TitleText {
        id: heading

        // One line, so that six tiles stand together on a small panel.
        readonly property bool tight: Theme.compact && Theme.textSize <= 2

        spaceBelow: Theme.barBeside ? 0 : Theme.gap
        fontSizeMode: tight ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.mm(5)
        text: root.title
        visible: !(tight && Theme.tallScript) // in three storeys there is no height for it; it is still spoken
        width: parent.width
        wrapMode: tight ? Text.NoWrap : Text.Wrap
    }

    Grid {
        id: grid

        readonly property int rows: Math.ceil(six.count / columns)
        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)
        readonly property real rest: root.room - (heading.visible ? heading.height + root.spacing : 0) - small.height - root.spacing
        readonly property real fair: Math.floor((rest - (rows - 1) * spacing) / Math.max(1, rows))
        readonly property real tallest: {
            let most = 0;
            for (let at = 0; at < six.count; ++at) {
                const tile = six.itemAt(at) as Tile;
                most = Math.max(most, tile ? tile.implicitHeight : 0);
            }
            return most;
        }

        columns: Theme.portrait || (Theme.textSize > 2 && Theme.barBeside) ? 2 : 3
        spacing: Theme.gap
        width: parent.width

        Repeater {
            id: six

            model: root.tiles

            Tile {
                required property string tileId
                required property string title
                required property string opens

                height: Math.max(grid.tallest, grid.fair)
                label: title
                width: grid.cell

                onActivated: root.tileChosen(tileId, opens)
            }
        }
    }

    Column {
        id: small

        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: root.moreTiles

            BigButton {
                required property string tileId
                required property string title
                required property string icon
                required property string opens

                label: title
                labelSize: heading.tight ? Math.min(Theme.bodySize, Theme.mm(6.4)) : Theme.bodySize
                sign: icon
                width: small.width

                onActivated: root.tileChosen(tileId, opens)
            }
        }
    }
}
