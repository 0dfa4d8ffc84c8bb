// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// No content at all could be opened. The one page whose words cannot come from the content.
Rectangle {
    color: Theme.pageColor

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap
        width: parent.width - 2 * Theme.margin

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            height: width
            sign: "lamp"
            width: Theme.mm(Theme.compact ? 16 : 30)
        }

        TitleText {
            horizontalAlignment: Text.AlignHCenter
            text: "This screen is not ready."
            tongue: "en"
            width: parent.width
        }

        BodyText {
            horizontalAlignment: Text.AlignHCenter
            text: "Please ask at the desk."
            tongue: "en"
            width: parent.width
        }
    }
}
