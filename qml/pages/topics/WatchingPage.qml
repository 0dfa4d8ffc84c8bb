// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// A film: its picture, the words of the moment, and what one can do. Below one another on a tall screen; else the words
// stand beside the picture, where there is more room for them.
Page {
    id: root

    required property FilmPage film
    readonly property bool stacked: Theme.portrait
    readonly property bool buttonsBelow: stacked || Theme.compact
    // Of 16 to 10, and never larger than it was drawn: more pixels would only cost time.
    readonly property int largestWidth: stacked ? root.columnWidth : Math.round(root.columnWidth * (Theme.compact && Theme.textSize > 2 ? 0.36 : 0.52))
    readonly property int largestHeight: stacked ? root.room : root.room - buttons.height - Theme.gap
    readonly property int pictureWidth: Math.max(16, Math.min(960, largestWidth, Math.floor(largestHeight * 1.6)))
    readonly property int pictureHeight: Math.round(pictureWidth * 0.625)

    signal readRequested

    full: true
    title: film.title

    function fitPicture() {
        film.setRoom(pictureWidth, pictureHeight);
    }

    onPictureWidthChanged: fitPicture()
    Component.onCompleted: fitPicture()

    Item {
        height: root.room
        width: parent.width

        Rectangle {
            id: frame

            anchors.left: root.stacked ? undefined : parent.left
            anchors.horizontalCenter: root.stacked ? parent.horizontalCenter : undefined
            anchors.top: parent.top
            // On a tall screen picture and words stand together in the middle of what is left.
            anchors.topMargin: root.stacked ? Math.max(0, Math.round((root.room - buttons.height - height - Theme.mm(80)) / 2)) : 0
            color: Theme.tintColor
            height: root.pictureHeight
            width: root.pictureWidth

            Picture {
                anchors.fill: parent
                picture: root.film.showsDrawing ? root.film.picture : ""
                radius: 0
            }

            FilmPicture {
                anchors.fill: parent
                source: root.film
            }
        }

        Item {
            id: words

            anchors.bottom: root.buttonsBelow ? buttons.top : parent.bottom
            anchors.bottomMargin: root.buttonsBelow ? Theme.gap : 0
            anchors.left: root.stacked ? frame.left : frame.right
            anchors.leftMargin: root.stacked ? 0 : Theme.mm(Theme.compact ? 4 : Theme.low ? 7 : 12)
            anchors.right: root.stacked ? frame.right : parent.right
            anchors.top: root.stacked ? frame.bottom : frame.top
            anchors.topMargin: root.stacked ? 2 * Theme.gap : 0

            SupportText {
                id: notice

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                text: qsTrId("film.no-picture")
                visible: root.film.pictureFails
            }

            HeadingText {
                id: heading

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: notice.visible ? notice.bottom : parent.top
                anchors.topMargin: notice.visible ? Theme.gap : 0
                text: root.film.heading
                visible: text.length > 0
            }

            BodyText {
                id: caption

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: heading.visible ? heading.bottom : heading.top
                anchors.topMargin: heading.visible ? Theme.gap : 0
                // A long sentence in large type on a small screen grows smaller rather than being cut; Burmese, which then loses
            // the ends of its words, only where there is no other way.
                font.pixelSize: Theme.compact ? Theme.bodySize : Theme.headingSize
                fontSizeMode: Theme.tallScript && !Theme.compact ? Text.FixedSize : Text.VerticalFit
                height: Math.max(1, words.height - y - (english.visible ? english.implicitHeight + Theme.gap : 0))
                minimumPixelSize: Theme.smallSize
                text: root.film.caption
            }

            EnglishBeside {
                id: english

                anchors.left: parent.left
                anchors.right: parent.right
                english: root.film.english
                y: Math.min(caption.y + caption.contentHeight + Theme.gap, words.height - implicitHeight)
            }
        }

        FilmButtons {
            id: buttons

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            film: root.film
            // Not the picture's: that one leaves room for the buttons, and they would chase one another.
            width: root.buttonsBelow ? parent.width : root.largestWidth

            onReadRequested: root.readRequested()
        }
    }
}
