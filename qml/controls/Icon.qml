// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// A sign of media/icons by its sign's name. Arrows say `directed` and turn with the direction of reading.
Drawing {
    required property string sign
    property bool directed: false

    color: Theme.accentColor
    glow: Theme.glowColor
    implicitHeight: Theme.iconSize
    implicitWidth: Theme.iconSize
    mirrored: directed && Theme.rightToLeft
    name: sign.length > 0 ? "icons/" + sign : ""

    Accessible.ignored: true
}
