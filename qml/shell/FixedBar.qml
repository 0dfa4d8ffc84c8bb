// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Back, Home, Language, Listen, Display, on a tall screen Lower, and Clear screen: always here, always in this order. Below the
// page where reach is lowest; beside it on a small panel, whose height is needed for reading.
Rectangle {
    id: root

    /// Behind the question whether somebody is there, only Clear screen can be touched.
    property bool asking: false
    readonly property int inset: Theme.mm(Theme.compact ? 1.2 : Theme.low ? 3 : 4)
    readonly property int between: Theme.mm(Theme.compact ? 2.54 : 3)
    readonly property int count: Theme.tall ? 7 : Theme.compact ? 5 : 6
    readonly property real spareForClear: Theme.compact ? Theme.mm(4) : Theme.low ? Theme.mm(5) : 0
    readonly property real side: Theme.barBeside ? 0 : Theme.tall ? Theme.mm(6) : Theme.margin
    readonly property real widerForClear: Theme.tall ? Theme.mm(10) : 0
    readonly property real cellWidth: Theme.barBeside ? width - 2 * inset : (width - 2 * side - (count - 1) * between - widerForClear) / count
    readonly property real cellHeight: Theme.barBeside ? (height - 2 * inset - (count - 1) * between - spareForClear) / count : height - 2 * inset

    color: Theme.tintColor

    Accessible.role: Accessible.ToolBar

    Grid {
        columns: Theme.barBeside ? 1 : root.count
        spacing: root.between

        anchors.centerIn: parent

        BarButton {
            directed: true
            enabled: Visit.canGoBack && !root.asking
            height: root.cellHeight
            sign: "back"
            label: qsTrId("bar.back")
            width: root.cellWidth

            onActivated: Visit.back()
        }

        BarButton {
            enabled: !root.asking
            selected: Visit.page === "home"
            height: root.cellHeight
            sign: "home"
            label: qsTrId("bar.home")
            width: root.cellWidth

            onActivated: Visit.home()
        }

        BarButton {
            enabled: !root.asking
            selected: Visit.page === "languages"
            height: root.cellHeight
            sign: "language"
            label: qsTrId("bar.language")
            width: root.cellWidth

            onActivated: {
                if (!selected)
                    Visit.open("languages", "switch");
            }
        }

        // The smallest panel has no room for it; there it stands at the top of Display.
        BarButton {
            enabled: !root.asking
            selected: Visit.page === "listen"
            height: root.cellHeight
            sign: "listen"
            label: qsTrId("bar.listen")
            visible: !Theme.compact
            width: root.cellWidth

            onActivated: {
                if (!selected)
                    Visit.open("listen", "");
            }
        }

        BarButton {
            enabled: !root.asking
            selected: Visit.page === "display"
            height: root.cellHeight
            sign: "display"
            label: qsTrId("bar.display")
            width: root.cellWidth

            onActivated: {
                if (!selected)
                    Visit.open("display", "");
            }
        }

        BarButton {
            enabled: !root.asking
            selected: Visit.reach
            height: root.cellHeight
            sign: "lower"
            label: qsTrId("bar.reach")
            visible: Theme.tall
            width: root.cellWidth

            onActivated: Visit.setReach(!Visit.reach)

            Accessible.checkable: true
        }

        BarButton {
            emphasis: true
            height: root.cellHeight + root.spareForClear
            sign: "clear"
            label: qsTrId("bar.clear")
            width: root.cellWidth + root.widerForClear

            onActivated: Visit.clearScreen()
        }
    }
}
