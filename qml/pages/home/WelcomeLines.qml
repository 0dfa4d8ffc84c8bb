// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// One friendly line that changes slowly while nobody is here: one frame in half a minute.
NoteText {
    id: root

    property int line: 0

    text: line === 0 ? qsTrId("welcome.line-1") : line === 1 ? qsTrId("welcome.line-2") : line === 2 ? qsTrId("welcome.line-3") : qsTrId("welcome.line-4")
    sign: "lamp"

    Timer {
        interval: 30000
        repeat: true
        running: root.visible && Theme.motion

        onTriggered: root.line = (root.line + 1) % 4
    }
}
