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
    required property list<int> welcomeLines
    readonly property bool whole: !switching && Theme.low && Theme.textSize <= 2

    signal languageChosen(string tag)
    signal aboutRequested
    signal coverRequested

    banner: switching && Theme.portrait ? "porch" : ""
    title: qsTrId("welcome.choose")

    Panes {
        id: panes

        always: !Theme.low
        share: Theme.reaching ? 0.42 : 0.5
        width: parent.width

        Column {
            spacing: Theme.gap
            visible: !root.switching && !Theme.barBeside
            width: panes.firstWidth

            Picture {
                // The drawing takes what the words leave, so that on a tall screen the languages stand low, in reach.
                readonly property real below: greeting.height + Theme.gap + (Theme.portrait ? choice.height : asides.height) + Theme.gap

                height: Math.max(Theme.mm(70), root.room - below)
                picture: Theme.reaching || (Theme.portrait && Theme.textSize === 4) ? "" : "porch"
                width: parent.width
            }

            WelcomeWords {
                id: greeting

                width: parent.width
            }

            WelcomeAsides {
                id: asides

                lines: root.welcomeLines
                visible: Theme.landscape
                width: parent.width

                onAboutRequested: root.aboutRequested()
                onCoverRequested: root.coverRequested()
            }
        }

        Column {
            id: choice

            spacing: Theme.gap
            width: root.switching ? parent.width : panes.secondWidth

            Row {
                id: greetingInOneLine

                spacing: Theme.gap * 2
                visible: root.whole

                TitleText {
                    text: qsTrId("welcome.title")
                    wrapMode: Text.NoWrap
                }

                TitleText {
                    color: Theme.accentColor
                    text: root.title
                    wrapMode: Text.NoWrap
                }
            }

            HeadingText {
                id: heading

                font.pixelSize: Theme.titleSize
                text: root.title
                visible: !root.whole
                width: parent.width
            }

            WelcomeWords {
                id: words

                greeted: true
                lines: root.welcomeLines
                visible: root.whole
                width: parent.width
            }

            LanguageGrid {
                id: grid

                asides: root.whole
                current: root.switching ? root.current : ""
                languages: root.languages
                room: Theme.portrait || Theme.compact ? 0 : root.room - Theme.gap - (root.whole ? greetingInOneLine.height + Theme.gap + words.height : heading.height)
                width: parent.width

                onAboutRequested: root.aboutRequested()
                onChosen: tag => root.languageChosen(tag)
                onCoverRequested: root.coverRequested()
            }

            WelcomeWords {
                visible: !root.switching && Theme.barBeside && !root.whole
                width: parent.width
            }

            WelcomeAsides {
                lines: root.welcomeLines
                visible: !root.switching && !Theme.landscape && !root.whole
                width: parent.width

                onAboutRequested: root.aboutRequested()
                onCoverRequested: root.coverRequested()
            }
        }
    }
}
