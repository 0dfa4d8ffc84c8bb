// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// How to hear what stands on the screen: where the sound goes, how fast and how loud it is.
Page {
    id: root

    required property bool plugged
    required property bool active
    required property bool voiced
    required property bool synthetic
    required property bool paused
    required property bool soundFails
    required property bool loudspeakerAllowed
    required property bool loudspeaker
    required property int speed
    required property int volume
    readonly property int steps: 7
    /// On a small panel all of it stays together, however large the text is.
    readonly property int most: Theme.barBeside ? Theme.mm(Theme.low ? 7 : 5.6) : 1000
    readonly property string where: plugged ? qsTrId("listen.here") : qsTrId("listen.plug")
    readonly property bool mayCommand: active && voiced && !soundFails

    signal againRequested
    signal pauseRequested
    signal goOnRequested
    signal slowerRequested
    signal fasterRequested
    signal quieterRequested
    signal louderRequested
    signal aloudRequested(bool aloud)

    asideShare: 0.36
    asideShown: Theme.landscape && !Theme.reaching && Theme.showsPictures && Theme.textSize <= 2
    banner: Theme.portrait ? "headset" : ""
    title: qsTrId("listen.title")

    aside: Picture {
        height: root.asideRoom
        picture: "headset"
        width: root.asideWidth
    }

    TitleText {
        font.pixelSize: Math.min(Theme.titleSize, root.most)
        spaceBelow: Theme.barBeside ? 0 : Theme.gap
        text: root.title
        width: parent.width
    }

    NoteText {
        sign: "listen"
        text: root.where
        visible: !Theme.compact
        width: parent.width
    }

    // A small panel has no room for a slip of paper.
    SignedText {
        sign: "listen"
        text: Theme.compact ? root.where : ""
        width: parent.width
    }

    SignedText {
        sign: "info"
        text: root.soundFails ? qsTrId("listen.no-sound") : !root.voiced ? qsTrId("listen.no-voice") : root.synthetic ? qsTrId("listen.computer") : ""
        width: parent.width
    }

    Grid {
        id: commands

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)
        readonly property int tall: Math.max(againButton.implicitHeight, pauseButton.implicitHeight)

        columns: Theme.portrait && Theme.textSize > 2 ? 1 : 2
        spacing: Theme.gap
        width: parent.width

        BigButton {
            id: againButton

            enabled: root.mayCommand
            height: commands.tall
            sign: "again"
            label: qsTrId("listen.again")
            labelSize: Math.min(Theme.bodySize, root.most)
            width: commands.cell

            onActivated: root.againRequested()
        }

        BigButton {
            id: pauseButton

            enabled: root.mayCommand
            height: commands.tall
            sign: root.paused ? "play" : "pause"
            label: root.paused ? qsTrId("listen.go-on") : qsTrId("listen.pause")
            labelSize: Math.min(Theme.bodySize, root.most)
            width: commands.cell

            onActivated: {
                if (root.paused)
                    root.goOnRequested();
                else
                    root.pauseRequested();
            }
        }
    }

    StepChooser {
        heading: qsTrId("listen.speed")
        lessLabel: qsTrId("listen.slower")
        moreLabel: qsTrId("listen.faster")
        step: root.speed
        steps: root.steps
        width: parent.width

        onLessRequested: root.slowerRequested()
        onMoreRequested: root.fasterRequested()
    }

    StepChooser {
        heading: qsTrId("listen.volume")
        lessLabel: qsTrId("listen.quieter")
        moreLabel: qsTrId("listen.louder")
        step: root.volume
        steps: root.steps
        width: parent.width

        onLessRequested: root.quieterRequested()
        onMoreRequested: root.louderRequested()
    }

    BigButton {
        sign: root.loudspeaker ? "stop" : "loud"
        label: root.loudspeaker ? qsTrId("listen.loud-stop") : qsTrId("listen.loud")
        visible: root.loudspeakerAllowed && !root.plugged
        width: parent.width

        onActivated: root.aloudRequested(!root.loudspeaker)
    }

    NoteText {
        english: qsTrId("listen.loud-warning:english")
        sign: "info"
        text: qsTrId("listen.loud-warning")
        visible: root.loudspeakerAllowed && !root.plugged
        width: parent.width
    }
}
