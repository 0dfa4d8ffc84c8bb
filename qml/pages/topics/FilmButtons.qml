// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// What one can do with a film: stop and go on, begin anew, read it, see it signed where that was recorded. Two in a row;
// or below one another, as signs alone.
Flow {
    id: root

    required property FilmPage film
    property bool signsOnly: false
    readonly property int cell: signsOnly ? width : Math.floor((width - spacing) / 2)
    readonly property int tallest: signsOnly ? Theme.touchTarget : Math.max(hold.implicitHeight, anew.implicitHeight, read.implicitHeight)

    signal readRequested

    spacing: Theme.gap

    BigButton {
        id: hold

        height: root.tallest
        mute: root.signsOnly
        label: root.film.playing ? qsTrId("listen.pause") : qsTrId("listen.go-on")
        primary: true
        sign: root.film.playing ? "film-pause" : "film-go-on"
        visible: !root.film.over
        width: root.cell

        onActivated: {
            if (root.film.playing)
                root.film.pause();
            else
                root.film.goOn();
        }
    }

    BigButton {
        id: anew

        height: root.tallest
        mute: root.signsOnly
        label: qsTrId("film.again")
        primary: root.film.over
        sign: "again"
        width: root.film.over ? root.width : root.cell

        onActivated: root.film.again()
    }

    BigButton {
        id: read

        height: root.tallest
        mute: root.signsOnly
        label: qsTrId("film.read")
        sign: "text"
        width: root.film.canBeSigned || root.film.over ? (root.film.over && !root.film.canBeSigned ? root.width : root.cell) : root.width

        onActivated: root.readRequested()
    }

    BigButton {
        height: root.tallest
        mute: root.signsOnly
        label: qsTrId("film.signed")
        selected: root.film.inSigns
        sign: "chat"
        visible: root.film.canBeSigned
        width: root.cell

        onActivated: root.film.setInSigns(!root.film.inSigns)
    }
}
