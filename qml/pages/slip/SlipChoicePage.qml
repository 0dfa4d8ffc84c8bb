// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// What goes on the paper card, how it will look, and three things to think of before printing.
Page {
    id: root

    required property SlipPage slip

    signal printRequested
    signal rememberRequested

    title: qsTrId("slip.title")

    TitleText {
        text: root.title
        width: parent.width
    }

    BodyText {
        text: qsTrId("slip.choose")
        width: parent.width
    }

    Grid {
        id: lines

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        columns: Theme.compact || Theme.textSize > 2 ? 1 : Theme.portrait ? 2 : 3
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: root.slip.lines

            CheckLine {
                required property string channelId
                required property string contactName
                required property bool chosen

                label: contactName
                selected: chosen
                stateWords: chosen ? qsTrId("slip.chosen") : qsTrId("slip.not-chosen")
                width: lines.cell

                onActivated: root.slip.toggle(channelId)
            }
        }
    }

    SupportText {
        text: qsTrId("slip.ordinary")
        width: parent.width
    }

    Panes {
        id: panes

        width: parent.width

        Column {
            spacing: Theme.gap
            width: panes.firstWidth

            BodyText {
                text: qsTrId("slip.style")
                width: parent.width
            }

            SlipDesigns {
                designs: root.slip.designs
                width: parent.width

                onDesignChosen: designId => root.slip.chooseDesign(designId)
            }

            BodyText {
                text: qsTrId("slip.preview")
                visible: root.slip.preview.length > 0
                width: parent.width
            }

            SlipPreviewBox {
                preview: root.slip.preview
                width: parent.width
            }
        }

        SlipDecision {
            canPrint: root.slip.canPrint
            width: panes.secondWidth

            onPrintRequested: root.printRequested()
            onRememberRequested: root.rememberRequested()
        }
    }
}
