// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Asks the installer for one key after the other, lets them be tried, and writes the key map. The keys belong to the
// lessons; the buttons are for fingers.
Rectangle {
    id: root

    required property KeyLessons lessons
    readonly property int labelSize: Math.min(Theme.bodySize, Theme.mm(Theme.compact ? 5.6 : Theme.low ? 7 : 100))
    readonly property bool narrow: Theme.portrait

    color: Theme.pageColor

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.mm(Theme.compact ? 3 : Theme.low ? 6 : 16)
        spacing: Theme.gap * (Theme.barBeside ? 1 : 2)

        SupportText {
            visible: !Theme.compact
            text: root.lessons.trying ? "The keys of this kiosk" : "The keys of this kiosk: " + (root.lessons.step + 1) + " of " + root.lessons.steps
            width: parent.width
        }

        TitleText {
            font.pixelSize: Math.min(Theme.titleSize, Theme.mm(Theme.compact ? 6.6 : 100))
            text: root.lessons.saved ? "Saved" : root.lessons.trying ? "Try every key" : "Press the key for:"
            width: parent.width
        }

        BodyText {
            font.bold: true
            font.pixelSize: Theme.barBeside ? Theme.titleSize : Theme.welcomeSize
            text: root.lessons.asked
            visible: text.length > 0
            width: parent.width
        }

        BodyText {
            font.pixelSize: root.labelSize
            text: root.lessons.saved ? "Start the kiosk with: porchlight --keypad " + root.lessons.file : root.lessons.trying ? "Each one says here what it does. Then save." : root.lessons.purpose
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        NoteText {
            sign: "check"
            text: root.lessons.heard
            visible: text.length > 0 && root.lessons.problem.length === 0
            width: parent.width
        }

        NoteText {
            sign: "info"
            text: root.lessons.problem
            visible: text.length > 0
            width: parent.width
        }
    }

    Grid {
        id: buttons

        readonly property int shown: (skip.visible ? 1 : 0) + (save.visible ? 1 : 0) + 2
        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        readonly property int tall: Math.max(skip.implicitHeight, save.implicitHeight, over.implicitHeight, leave.implicitHeight)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        columns: root.narrow ? 1 : Math.max(1, shown)
        spacing: Theme.gap

        BigButton {
            id: skip

            label: "There is no such key"
            labelSize: root.labelSize
            visible: root.lessons.optional
            height: buttons.tall
            width: buttons.cell

            onActivated: root.lessons.skip()
        }

        BigButton {
            id: save

            label: "Save"
            labelSize: root.labelSize
            primary: true
            visible: root.lessons.trying && !root.lessons.saved
            height: buttons.tall
            width: buttons.cell

            onActivated: root.lessons.save()
        }

        BigButton {
            id: over

            label: "Start over"
            labelSize: root.labelSize
            height: buttons.tall
            width: buttons.cell

            onActivated: root.lessons.startOver()
        }

        BigButton {
            id: leave

            label: root.lessons.saved ? "Done" : "Leave without saving"
            labelSize: root.labelSize
            height: buttons.tall
            width: buttons.cell

            onActivated: root.lessons.leave()
        }
    }
}
