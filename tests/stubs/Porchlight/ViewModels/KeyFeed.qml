// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

// A keypad whose keys are pressed by calling `pressed`.
QtObject {
    enum Action {
        Up,
        Down,
        Left,
        Right,
        Select,
        Back,
        Next,
        Previous,
        Help,
        Home,
        Hide,
        VolumeUp,
        VolumeDown,
        Faster,
        Slower,
        Again,
        Pause,
        Language,
        JackIn,
        JackOut
    }

    property bool twoSwitch: false

    signal pressed(int action)
}
