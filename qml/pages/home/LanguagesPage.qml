// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Screen 1, and what the screen shows when nobody is here. Opened from the bar it is the list of languages alone.
Page {
    id: root

    required property LanguageModel languages
    required property string current
    required property bool switching

    signal languageChosen(string tag)
    signal aboutRequested
    signal coverRequested

    title: qsTrId("welcome.choose")

    Panes {
        id: panes

        always: true
        share: 0.5
        width: parent.width

        Column {
            spacing: Theme.gap
            visible: !root.switching && !Theme.compact
            width: panes.firstWidth

            Picture {
                // The drawing takes what the words leave, so that on a tall screen the languages stand low, in reach.
                readonly property real below: greeting.height + Theme.gap + (Theme.portrait ? choice.height + Theme.gap : 0)

                height: Math.max(Theme.mm(70), root.room - below)
                picture: Theme.textSize < 4 || Theme.landscape ? "porch" : ""
                width: parent.width
            }

            WelcomeWords {
                id: greeting

                width: parent.width
            }
        }

        Column {
            id: choice

            spacing: Theme.gap
            width: root.switching ? parent.width : panes.secondWidth

            HeadingText {
                font.pixelSize: Theme.titleSize
                text: root.title
                width: parent.width
            }

            LanguageGrid {
                id: grid

                current: root.switching ? root.current : ""
                languages: root.languages
                width: parent.width

                onChosen: tag => root.languageChosen(tag)
            }

            WelcomeWords {
                visible: !root.switching && Theme.compact
                width: parent.width
            }

            WelcomeLines {
                visible: !root.switching
                width: parent.width
            }

            Grid {
                id: asides

                readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

                columns: Theme.compact || Theme.textSize > 3 ? 1 : 2
                spacing: Theme.gap
                visible: !root.switching
                width: parent.width

                BigButton {
                    sign: "info"
                    label: qsTrId("about.title")
                    width: asides.cell

                    onActivated: root.aboutRequested()
                }

                BigButton {
                    sign: "clock"
                    label: qsTrId("cover.hours")
                    width: asides.cell

                    onActivated: root.coverRequested()
                }
            }
        }
    }
}
