// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    id: root

    property bool small: false
    property bool arabic: false

    function add(tileId: string, icon: string, english: string, hint: string, inArabic: string, hintInArabic: string) {
        append({
                "tileId": tileId,
                "title": arabic ? inArabic : english,
                "hint": arabic ? hintInArabic : hint,
                "icon": icon,
                "opens": tileId === "talk" ? "numbers" : "topics"
            });
    }

    function fill() {
        clear();
        if (small) {
            add("help", "path", "Help someone else", "", "ساعد شخصًا آخر", "");
            return;
        }
        add("work", "pay", "Work and pay", "Pay, hours, a safe job", "العمل والأجر", "الأجر والساعات وعمل آمن");
        add("place", "door", "A place to stay", "Where to ask for a bed or a home", "مكان للإقامة", "أين تسأل عن سرير أو بيت");
        add("food", "cup", "Food and health", "Food, hard days, emergencies", "الطعام والصحة", "طعام وأيام صعبة وطوارئ");
        add("home", "lamp", "Home and family", "Feeling safe with the people close to you", "البيت والأسرة", "الأمان مع القريبين منك");
        add("rights", "paper", "Papers and rights", "ID, visas, the law at work", "الأوراق والحقوق", "الهوية والتأشيرات والقانون في العمل");
        add("talk", "phone", "Talk to someone", "Phone numbers, day and night", "تحدّث مع شخص", "أرقام هاتف ليلًا ونهارًا");
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
