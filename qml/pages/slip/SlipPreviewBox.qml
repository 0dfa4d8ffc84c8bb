// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// The slip in its true size, on the counter; a sheet as large as there is room. Never kept in a cache: it belongs to this visit alone.
Item {
    id: root

    required property string preview
    /// What stands on it, line by line.
    required property list<string> spokenLines
    /// The language of each of them; empty for that of the page.
    required property list<string> spokenTongues
    readonly property string spokenHeading: qsTrId("slip.preview")

    implicitHeight: Math.max(nothing.visible ? nothing.implicitHeight : 0, Theme.mm(Theme.compact ? 66 : 100))

    Rectangle {
        anchors.fill: parent
        border.color: Theme.hairlineColor
        border.width: Theme.showsPictures ? 0 : Theme.edge
        color: Theme.tintColor
        radius: Theme.radius
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.edgeColor
        border.width: Theme.edge
        color: "#ffffff"
        height: paper.height + 2 * border.width
        visible: root.preview.length > 0
        width: paper.paintedWidth + 2 * border.width

        Image {
            id: paper

            anchors.centerIn: parent
            cache: false
            fillMode: Image.PreserveAspectFit
            height: Math.min(root.height - Theme.mm(6), Theme.mm(90))
            source: root.preview
            sourceSize.height: height
            width: Math.min(implicitWidth, root.width - Theme.mm(6))

            Accessible.name: qsTrId("slip.preview")
            Accessible.role: Accessible.Graphic
        }
    }

    SupportText {
        id: nothing

        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        text: qsTrId("slip.nothing-chosen")
        visible: root.preview.length === 0
        width: parent.width - 2 * Theme.padding
    }
}
