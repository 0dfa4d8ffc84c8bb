// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property string title: "What happens when you call"
    property string heading: Visit.rightToLeft ? "قبل الاتصال" : "Before you call"
    property string caption: Visit.rightToLeft ? "ابحث عن مكان آمن وهاتف آمن." : "Find a safe place and a safe phone."
    property string english: ""
    property string fullestHeading: heading
    property string fullestCaption: caption
    property string fullestEnglish: english
    property string picture: "headset"
    property bool playing: true
    property bool over: false
    property bool pictureFails: true
    property bool showsDrawing: true
    property bool canBeSigned: false
    property bool inSigns: false
    property string heard: ""

    function pause() {
        playing = false;
        heard += "pause ";
    }

    function goOn() {
        playing = true;
        heard += "go on ";
    }

    function again() {
        over = false;
        playing = true;
        heard += "again ";
    }

    function setInSigns(signing: bool) {
        inSigns = signing;
    }

    function setRoom(width: int, height: int) {
    }
}
