// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// The word before a number or address.
QtObject {
    required property string kind
    readonly property string word: {
        switch (kind) {
        case "text":
            return qsTrId("kind.text");
        case "tty":
            return qsTrId("kind.tty");
        case "chat":
            return qsTrId("kind.chat");
        case "web":
            return qsTrId("kind.web");
        case "email":
            return qsTrId("kind.email");
        default:
            return qsTrId("kind.call");
        }
    }
}
