// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    property bool arabic: false

    function fill() {
        clear();
        append({
                "channelId": "211.call",
                "contactName": arabic ? "خدمات محلية" : "Local services",
                "value": "2-1-1",
                "chosen": true
            });
        append({
                "channelId": "hotline.call",
                "contactName": arabic ? "خط مساعدة مجاني" : "Free help line",
                "value": "1-888-373-7888",
                "chosen": true
            });
        append({
                "channelId": "988.call",
                "contactName": arabic ? "شخص تتحدث معه" : "Someone to talk to",
                "value": "988",
                "chosen": false
            });
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
