// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// Back, Home, Language, Display, Clear screen: always here, always in this order. Below the page where reach is
// lowest; beside it on a small panel, whose height is needed for reading.
Rectangle {
    id: root

    readonly property int inset: Theme.mm(Theme.compact ? 1.2 : 4)
    readonly property int between: Theme.mm(Theme.compact ? 2.54 : 3)
    readonly property int count: 5
    readonly property real spareForClear: Theme.compact ? Theme.mm(4) : 0
    readonly property real side: Theme.compact ? 0 : Theme.portrait ? Theme.mm(6) : Theme.margin
    readonly property real widerForClear: Theme.portrait ? Theme.mm(10) : 0
    readonly property real cellWidth: Theme.compact ? width - 2 * inset : (width - 2 * side - (count - 1) * between - widerForClear) / count
    readonly property real cellHeight: Theme.compact ? (height - 2 * inset - (count - 1) * between - spareForClear) / count : height - 2 * inset

    color: Theme.tintColor

    Accessible.role: Accessible.ToolBar

    Grid {
        columns: Theme.compact ? 1 : root.count
        spacing: root.between

        anchors.centerIn: parent

        BarButton {
            directed: true
            enabled: Visit.canGoBack
            height: root.cellHeight
            sign: "back"
            label: qsTrId("bar.back")
            width: root.cellWidth

            onActivated: Visit.back()
        }

        BarButton {
            selected: Visit.page === "home"
            height: root.cellHeight
            sign: "home"
            label: qsTrId("bar.home")
            width: root.cellWidth

            onActivated: Visit.home()
        }

        BarButton {
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

        BarButton {
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
            emphasis: true
            height: root.cellHeight + root.spareForClear
            sign: "clear"
            label: qsTrId("bar.clear")
            width: root.cellWidth + root.widerForClear

            onActivated: Visit.clearScreen()
        }
    }
}
