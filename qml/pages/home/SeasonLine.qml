// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import Porchlight.Theme

// Friendly lines that take turns while nobody is here: one frame in half a minute.
QtObject {
    id: root

    /// Which lines, as the season says.
    required property list<int> lines
    /// Between two rounds there is none, for what else stands in this place.
    property bool pauses: false
    property bool running: true
    property int turn: 0
    readonly property int turns: lines.length + (pauses ? 1 : 0)
    readonly property int line: turn < lines.length ? lines[turn] : 0
    readonly property string text: {
        switch (line) {
        case 1:
            return qsTrId("welcome.line-1");
        case 2:
            return qsTrId("welcome.line-2");
        case 3:
            return qsTrId("welcome.line-3");
        case 4:
            return qsTrId("welcome.line-4");
        case 5:
            return qsTrId("welcome.line-5");
        case 6:
            return qsTrId("welcome.line-6");
        case 7:
            return qsTrId("welcome.line-7");
        default:
            return "";
        }
    }
    readonly property Timer timer: Timer {
        interval: 30000
        repeat: true
        running: root.running && Theme.motion && root.turns > 1

        onTriggered: root.turn = (root.turn + 1) % root.turns
    }
}
