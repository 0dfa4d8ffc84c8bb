// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Nobody listens, until a test says so. Remembers what was asked last.
QtObject {
    property bool plugged: false
    property bool active: false
    property bool voiced: true
    property bool synthetic: true
    property bool speaking: false
    property bool paused: false
    property bool soundFails: false
    property bool loudspeakerAllowed: false
    property bool loudspeaker: false
    property int speed: 4
    property int volume: 3
    property rect place

    property string asked: ""

    function again() {
        asked = "again";
    }

    function pause() {
        asked = "pause";
        paused = true;
    }

    function goOn() {
        asked = "goOn";
        paused = false;
    }

    function slower() {
        asked = "slower";
        speed = Math.max(1, speed - 1);
    }

    function faster() {
        asked = "faster";
        speed = Math.min(7, speed + 1);
    }

    function quieter() {
        asked = "quieter";
        volume = Math.max(1, volume - 1);
    }

    function louder() {
        asked = "louder";
        volume = Math.min(7, volume + 1);
    }

    function speakAloud(aloud: bool) {
        asked = "speakAloud";
        loudspeaker = aloud && loudspeakerAllowed && !plugged;
        active = plugged || loudspeaker;
    }

    function next() {
        asked = "next";
    }

    function previous() {
        asked = "previous";
    }

    function choose() {
        asked = "choose";
    }

    function hush() {
        asked = "hush";
        speaking = false;
    }
}
