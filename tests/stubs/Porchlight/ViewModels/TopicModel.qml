// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    property bool arabic: false

    function fill() {
        clear();
        append({
                "topicId": "pay",
                "title": arabic ? "هل تحصل على أجرك كاملًا؟" : "Are you paid what you earned?",
                "summary": arabic ? "ما الذي يمكنك فعله حين ينقص الأجر." : "What you can do when pay is short or late.",
                "picture": "pay",
                "learn": false,
                "group": false
            });
        append({
                "topicId": "free",
                "title": arabic ? "لا يجوز لأحد أن يجبرك على العمل" : "No one may make you work by force, lies or threats",
                "summary": arabic ? "مواقف يعرفها كثيرون، ومن يمكنه المساعدة." : "Situations that many people know, and who can help.",
                "picture": "door",
                "learn": true,
                "group": false
            });
        append({
                "topicId": "more",
                "title": arabic ? "المزيد" : "More to read",
                "summary": "",
                "picture": "path",
                "learn": false,
                "group": true
            });
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
