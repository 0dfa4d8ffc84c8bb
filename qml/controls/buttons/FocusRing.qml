// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

// Where the keys are. A ring outside the edge, in a colour that stands out on every ground of the look.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -Theme.ringWidth - Theme.edge
    border.color: Theme.ringColor
    border.width: Theme.ringWidth
    color: "transparent"
    radius: Theme.radius + Theme.ringWidth
    visible: shown
}
