// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// A visit that remembers what was asked of it and does only the simplest part.
QtObject {
    id: visit

    enum Look {
        Light,
        Dark,
        Contrast
    }

    property string page: "languages"
    property string key: ""
    property bool canGoBack: false
    property bool sensitive: false
    property string language: "en"
    property bool rightToLeft: false
    property string fontFamily: "Noto Sans"
    property bool draft: false
    property bool demonstration: true
    property int textSize: 2
    property int look: 0
    property bool reach: false
    property bool covered: false
    property bool asking: false

    property int clears: 0

    signal ended
    signal otherKeyPressed

    function open(name: string, about: string) {
        key = about;
        page = name;
        canGoBack = true;
    }

    function goOn() {
        open("topic", "pay");
    }

    function back() {
        home();
    }

    function home() {
        open("home", "");
    }

    function chooseLanguage(tag: string) {
        language = tag;
        rightToLeft = tag === "ar";
        fontFamily = tag === "ar" ? "Noto Sans Arabic" : "Noto Sans";
        draft = tag !== "en";
        if (page === "languages")
            home();
    }

    function setTextSize(size: int) {
        textSize = size;
    }

    function chooseLook(wanted: int) {
        look = wanted;
    }

    function setReach(wanted: bool) {
        reach = wanted;
    }

    function startAgain() {
        covered = false;
        asking = false;
        key = "";
        page = "languages";
        canGoBack = false;
        textSize = 2;
        look = 0;
        reach = false;
        chooseDefault();
    }

    function chooseDefault() {
        language = "en";
        rightToLeft = false;
        fontFamily = "Noto Sans";
        draft = false;
    }

    function clearScreen() {
        startAgain();
        ++clears;
        covered = true;
    }

    function moreTime() {
        asking = false;
    }
}
