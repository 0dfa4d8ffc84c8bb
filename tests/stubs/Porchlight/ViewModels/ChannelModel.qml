// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    property bool arabic: false

    function fill() {
        clear();
        append({
                "channelId": "hotline.call",
                "kind": "call",
                "value": "1-888-373-7888",
                "instruction": "",
                "hours": arabic ? "ليلًا ونهارًا، كل يوم" : "Day and night, every day",
                "verified": true
            });
        append({
                "channelId": "hotline.text",
                "kind": "text",
                "value": "233733",
                "instruction": arabic ? "أرسل كلمة \u2066HELP\u2069 إلى \u2066233733\u2069." : "Send the word HELP to 233733.",
                "hours": "",
                "verified": false
            });
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
