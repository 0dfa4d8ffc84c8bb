// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// A heading with a few lines below it.
Column {
    id: root

    required property string heading

    spacing: Theme.mm(Theme.compact ? 1 : 2)

    HeadingText {
        text: root.heading
        width: parent.width
    }
}
