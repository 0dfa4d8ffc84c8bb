// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property string language: "en"
    property string name: "Community lobby"
    property list<string> hours: ["Monday to Friday 9 to 5", "Saturday 10 to 2"]
    property list<int> welcomeLines: [1, 2, 3, 4]
    property list<string> services: ["Books, computers and printing: ask at the desk.", "Meeting room: ask at the desk.", "Local bus times: ask at the desk."]
}
