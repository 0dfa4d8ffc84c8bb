// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// What one can do with a topic: talk to someone, or take the paper card.
Column {
    id: root

    property bool hasFilm: false
    property string picture: ""
    /// Pixels that the drawing and the buttons may take.
    property real room: 0

    signal filmRequested
    signal numbersRequested
    signal slipRequested

    spacing: Theme.gap

    Picture {
        height: Math.min(Theme.mm(Theme.low ? 38 : 84), root.room - talk.height - slip.height - 2 * root.spacing - (film.visible ? film.height + root.spacing : 0))
        picture: root.picture
        width: parent.width
    }

    BigButton {
        id: film

        sign: "film"
        label: qsTrId("film.watch")
        visible: root.hasFilm
        width: parent.width

        onActivated: root.filmRequested()
    }

    BigButton {
        id: talk

        sign: "talk"
        label: qsTrId("topic.numbers")
        primary: true
        width: parent.width

        onActivated: root.numbersRequested()
    }

    BigButton {
        id: slip

        sign: "card"
        label: qsTrId("topic.slip")
        width: parent.width

        onActivated: root.slipRequested()
    }
}
