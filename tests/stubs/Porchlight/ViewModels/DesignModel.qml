// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    property bool arabic: false

    function fill() {
        clear();
        append({
                "designId": "card",
                "title": arabic ? "بطاقة صغيرة" : "Small card",
                "chosen": true
            });
        append({
                "designId": "plain",
                "title": arabic ? "أرقام فقط" : "Numbers only",
                "chosen": false
            });
        append({
                "designId": "full",
                "title": arabic ? "ورقة لمن يساعد" : "Leaflet for a helper",
                "chosen": false
            });
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
