// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import Porchlight.ViewModels

// What a state of the printer is called, and its sign: the same before and after the tap.
QtObject {
    id: root

    /// A state of the slip.
    required property int step

    readonly property string words: {
        switch (step) {
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
        case SlipPage.NeedsHelp:
            return qsTrId("slip.needs-help");
        case SlipPage.NoPrinter:
            return qsTrId("slip.no-printer");
        case SlipPage.Failed:
            return qsTrId("slip.failed");
        default:
            return "";
        }
    }

    readonly property string sign: {
        switch (step) {
        case SlipPage.GettingReady:
        case SlipPage.Printing:
            return "print";
        case SlipPage.Printed:
            return "check";
        case SlipPage.OutOfPaper:
            return "paper-out";
        case SlipPage.CoverOpen:
            return "cover-open";
        case SlipPage.NeedsHelp:
            return "needs-help";
        default:
            return "not-reachable";
        }
    }
}
