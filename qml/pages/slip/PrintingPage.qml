// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Where the paper is. Whatever happens, the same can be seen here, large: printing is never a dead end.
Page {
    id: root

    required property SlipPage slip
    readonly property int step: slip.state
    readonly property bool working: step === SlipPage.GettingReady || step === SlipPage.Printing
    readonly property bool printed: step === SlipPage.Printed
    readonly property bool waits: step === SlipPage.OutOfPaper || step === SlipPage.CoverOpen
    readonly property bool failed: !working && !printed

    signal largeRequested
    signal againRequested
    signal stopRequested
    signal doneRequested

    banner: Theme.portrait ? "counter" : ""
    title: message.text

    Item {
        height: Math.max(content.implicitHeight + 2 * Theme.padding, Theme.compact || Theme.portrait ? 0 : root.room * 0.44)
        width: parent.width

        Column {
            id: content

            anchors.centerIn: parent
            spacing: Theme.gap
            width: parent.width

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                height: width
                sign: root.printed ? "check" : root.working ? "print" : root.step === SlipPage.OutOfPaper ? "paper-out" : root.step === SlipPage.CoverOpen ? "cover-open" : "not-reachable"
                width: Theme.mm(Theme.compact ? 14 : Theme.low ? 24 : 40)
            }

            TitleText {
                id: message

                horizontalAlignment: Text.AlignHCenter
                text: {
                    switch (root.step) {
                    case SlipPage.GettingReady:
                        return qsTrId("slip.getting-ready");
                    case SlipPage.Printing:
                        return qsTrId("slip.printing");
                    case SlipPage.Printed:
                        return qsTrId("slip.printed");
                    case SlipPage.OutOfPaper:
                        return qsTrId("slip.out-of-paper");
                    case SlipPage.CoverOpen:
                        return qsTrId("slip.cover-open");
                    case SlipPage.NotReachable:
                        return qsTrId("slip.not-reachable");
                    case SlipPage.NoPrinter:
                        return qsTrId("slip.no-printer");
                    default:
                        return qsTrId("slip.failed");
                    }
                }
                width: parent.width

                Accessible.role: Accessible.AlertMessage
            }

            BodyText {
                horizontalAlignment: Text.AlignHCenter
                text: qsTrId("slip.instead")
                visible: root.failed
                width: parent.width
            }
        }
    }

    BigButton {
        sign: "large"
        label: qsTrId("slip.large")
        primary: true
        visible: root.failed
        width: parent.width

        onActivated: root.largeRequested()
    }

    BigButton {
        sign: "again"
        label: qsTrId("slip.again")
        visible: root.failed && !root.waits && root.step !== SlipPage.NoPrinter
        width: parent.width

        onActivated: root.againRequested()
    }

    BigButton {
        sign: "stop"
        label: qsTrId("slip.cancel")
        visible: root.working || root.waits
        width: parent.width

        onActivated: root.stopRequested()
    }

    BigButton {
        sign: "check"
        label: qsTrId("slip.done")
        primary: root.printed
        visible: root.printed || (root.failed && !root.waits)
        width: parent.width

        onActivated: root.doneRequested()
    }
}
