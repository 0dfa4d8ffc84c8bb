// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

// The lessons of a keypad, as far as a test says.
QtObject {
    property string asked: "Up"
    property string purpose: "Goes to what stands above."
    property bool optional: false
    property int step: 0
    property int steps: 20
    property string heard: ""
    property string problem: ""
    property bool trying: false
    property bool saved: false
    property string file: "keypad.keys"

    property string told: ""

    function skip() {
        told += "skip ";
    }

    function startOver() {
        told += "startOver ";
    }

    function save() {
        told += "save ";
    }

    function leave() {
        told += "leave ";
    }
}
