// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// An ordinary page with hours and services, such as hangs in any lobby. Clear screen shows it, and so does a button
// on the first screen. It is drawn beforehand; nothing on it leads back.
Rectangle {
    id: root

    required property SitePage site
    /// What is turned.
    readonly property MoreScroller turned: scroller

    signal startRequested

    color: Theme.pageColor

    Accessible.name: qsTrId("cover.title")
    Accessible.role: Accessible.Grouping

    function turnBack() {
        scroller.turnTo(0);
    }

    onVisibleChanged: turnBack()

    MoreScroller {
        id: scroller

        anchors.bottom: start.top
        anchors.bottomMargin: Theme.barBeside ? Theme.gap : Theme.mm(10)
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.ribbonHeight + Theme.mm(Theme.compact ? 1 : Theme.low ? 2 : 9)
        banner: "counter"
        spacing: Theme.barBeside ? Theme.gap : Theme.mm(6)

        BodyText {
            font.bold: true
            font.pixelSize: Theme.low ? Theme.titleSize : Theme.welcomeSize
            heading: true
            text: qsTrId("cover.title")
            visible: !Theme.compact
            width: parent.width
        }

        SupportText {
            text: root.site.name
            tongue: root.site.language
            visible: text.length > 0 && !Theme.barBeside
            width: parent.width
        }

        Panes {
            id: panes

            always: Theme.low
            rowSpacing: Theme.barBeside ? Theme.gap : Theme.mm(6)
            width: parent.width

            SignBoard {
                id: hours

                heading: qsTrId("cover.hours")
                visible: root.site.hours.length > 0
                width: panes.firstWidth

                Repeater {
                    model: root.site.hours

                    BodyText {
                        required property string modelData

                        text: modelData
                        tongue: root.site.language
                        width: hours.width
                    }
                }
            }

            SignBoard {
                id: services

                heading: qsTrId("cover.services")
                visible: root.site.services.length > 0
                width: panes.secondWidth

                Repeater {
                    model: root.site.services

                    BodyText {
                        required property string modelData

                        text: modelData
                        tongue: root.site.language
                        width: services.width
                    }
                }
            }
        }
    }

    // Where the bar was there is nothing to press: who knocks on Clear screen twice still sees the cover.
    BigButton {
        id: start

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barBeside ? Theme.gap : Theme.barHeight + Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.barBeside ? Theme.barWidth : Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.barBeside ? Theme.barWidth : Theme.margin
        label: qsTrId("cover.start")
        primary: true

        onActivated: root.startRequested()
    }
}
