// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick

// The keys that clear the screen: Escape at once, and Shift three times within five seconds, which nobody notices.
QtObject {
    id: root

    property int shifts: 0
    readonly property Timer window: Timer {
        interval: 5000

        onTriggered: root.shifts = 0
    }

    signal hideRequested

    function forget() {
        window.stop();
        shifts = 0;
    }

    function pressed(event: KeyEvent) {
        if (event.isAutoRepeat)
            return;
        if (event.key === Qt.Key_Shift) {
            if (shifts === 0)
                window.start();
            ++shifts;
        }
        if (event.key === Qt.Key_Escape || shifts >= 3) {
            forget();
            hideRequested();
        }
    }
}
