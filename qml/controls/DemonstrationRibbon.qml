// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// On every page of a kiosk that is not in real use, always in the same place and above everything else.
Rectangle {
    id: root

    required property string text

    color: Theme.ribbonColor
    implicitHeight: Theme.ribbonHeight

    BodyText {
        anchors.centerIn: parent
        color: Theme.ribbonInkColor
        font.bold: true
        font.pixelSize: Math.min(Theme.supportSize, Math.round(root.height * 0.62))
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.round(root.height * 0.3)
        text: root.text
        verticalAlignment: Text.AlignVCenter
        width: root.width - 2 * Theme.mm(1)
        wrapMode: Text.NoWrap
    }
}
