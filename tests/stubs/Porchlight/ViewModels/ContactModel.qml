// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    property bool arabic: false

    function add(contactId: string, number: string, trust: int, english: string, forWhat: string, inArabic: string, forWhatInArabic: string) {
        append({
                "contactId": contactId,
                "name": arabic ? inArabic : english,
                "forWhat": arabic ? forWhatInArabic : forWhat,
                "answers": "",
                "languages": "",
                "tells": "",
                "cost": "",
                "trust": trust,
                "number": number,
                "numberKind": "call",
                "hours": arabic ? "ليلًا ونهارًا، كل يوم" : "Day and night, every day",
                "channelId": contactId + ".call",
                "verified": trust !== 2
            });
    }

    function fill() {
        clear();
        add("211", "2-1-1", 1, "2-1-1", "Food, housing, bills, health, work", "2-1-1", "الطعام والسكن والفواتير والصحة والعمل");
        add("ndvh", "1-800-799-7233", 1, "National Domestic Violence Hotline", "When someone close to you hurts or scares you", "الخط الوطني للعنف الأسري", "عندما يؤذيك أو يخيفك شخص قريب منك");
        add("hotline", "1-888-373-7888", 2, "National Human Trafficking Hotline", "When someone makes you work or keeps you from leaving", "الخط الوطني للمساعدة", "عندما يجبرك شخص على العمل أو يمنعك من المغادرة");
        add("988", "988", 2, "988 Lifeline", "When you feel low or think of ending your life", "خط 988", "عندما تشعر بالحزن الشديد");
        add("911", "911", 4, "Police, fire, ambulance", "When someone is in danger right now", "الشرطة والإطفاء والإسعاف", "عندما يكون شخص في خطر الآن");
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
