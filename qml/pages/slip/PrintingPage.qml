// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Where the paper is. Whatever happens, the same can be had here at once: printing is never a dead end.
Page {
    id: root

    required property SlipPage slip
    /// There is a way to hear the page.
    property bool canListen: false
    /// A printer that has said what is the matter is believed more than the end of its job.
    readonly property int step: slip.state === SlipPage.Failed && slip.trouble === SlipPage.NeedsHelp ? slip.trouble : slip.state
    readonly property bool working: step === SlipPage.GettingReady || step === SlipPage.Printing
    readonly property bool printed: step === SlipPage.Printed
    readonly property bool waits: step === SlipPage.OutOfPaper || step === SlipPage.CoverOpen
    readonly property bool failed: !working && !printed

    signal largeRequested
    signal codeRequested
    signal listenRequested
    signal againRequested
    signal stopRequested
    signal doneRequested

    banner: Theme.portrait ? "counter" : ""
    title: message.text

    Item {
        height: Math.max(content.implicitHeight + 2 * Theme.padding, Theme.compact || Theme.portrait ? 0 : Math.min(root.room * 0.5, root.room - ways.height - 3 * Theme.gap))
        width: parent.width

        Column {
            id: content

            anchors.centerIn: parent
            spacing: Theme.gap
            width: parent.width

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                height: width
                sign: printer.sign
                visible: !Theme.barBeside || Theme.textSize <= 2
                width: Theme.mm(Theme.compact ? 8 : Theme.low ? 18 : 36)

                PrinterWords {
                    id: printer

                    step: root.step
                }
            }

            TitleText {
                id: message

                horizontalAlignment: Text.AlignHCenter
                text: printer.words
                width: parent.width

                Accessible.role: Accessible.AlertMessage
            }

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: qsTrId("slip.then-prints")
                visible: root.waits
                width: parent.width
            }

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: qsTrId("slip.instead")
                visible: root.failed && !Theme.compact && !(Theme.low && Theme.textSize > 2)
                width: parent.width
            }
        }
    }

    Flow {
        id: ways

        readonly property int columns: Theme.portrait || Theme.textSize > (Theme.compact ? 2 : 3) ? 1 : 2
        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)
        readonly property int count: (root.printed ? 0 : 2) + (listen.visible ? 1 : 0) + (again.visible ? 1 : 0) + 1

        spacing: Theme.gap
        width: parent.width

        BigButton {
            label: qsTrId("slip.large")
            primary: root.failed
            sign: "large"
            visible: !root.printed
            width: ways.count % 2 === 1 ? ways.width : ways.cell

            onActivated: root.largeRequested()
        }

        BigButton {
            label: qsTrId("slip.show-code")
            sign: "square-code"
            visible: !root.printed
            width: ways.cell

            onActivated: root.codeRequested()
        }

        BigButton {
            id: listen

            label: qsTrId("bar.listen")
            sign: "listen"
            visible: root.failed && root.canListen
            width: ways.cell

            onActivated: root.listenRequested()
        }

        BigButton {
            id: again

            label: qsTrId("slip.again")
            sign: "again"
            visible: root.failed && !root.waits && root.step !== SlipPage.NoPrinter
            width: ways.cell

            onActivated: root.againRequested()
        }

        BigButton {
            label: qsTrId("slip.cancel")
            sign: "stop"
            visible: root.working || root.waits
            width: ways.cell

            onActivated: root.stopRequested()
        }

        BigButton {
            label: qsTrId("slip.done")
            primary: root.printed
            sign: "check"
            visible: root.printed || (root.failed && !root.waits)
            width: root.printed ? ways.width : ways.cell

            onActivated: root.doneRequested()
        }
    }
}
