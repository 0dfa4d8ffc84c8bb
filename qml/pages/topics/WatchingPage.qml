// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.ViewModels

// A film: its picture, the words of the moment, and what one can do. On a tall screen below one another; on a wide one
// the words stand beside the picture; on the smaller panels below it, with the signs of the buttons at the edge.
Page {
    id: root

    required property FilmPage film
    readonly property bool stacked: Theme.portrait || edged
    readonly property bool edged: Theme.barBeside
    readonly property int between: Theme.mm(12)
    // Of 16 to 10, and never larger than it was drawn: more pixels would only cost time.
    readonly property int pictureColumn: stacked ? stage.width : Math.min(976, Math.round(root.columnWidth * (largeLetters ? 0.45 : 0.56)))
    readonly property int largestHeight: stacked ? root.room : root.room - buttons.height - Theme.gap
    readonly property int pictureWidth: Math.max(0, Math.min(976, Math.round(pictureColumn * pictureShare), Math.floor(largestHeight * 1.6)))
    readonly property int pictureHeight: Math.round(pictureWidth * 0.625)
    readonly property int wordsWidth: stacked ? stage.width : root.columnWidth - pictureColumn - between
    readonly property int wordsRoom: root.room - (stacked ? pictureHeight + (pictureHeight > 0 ? betweenWords : 0) + (edged ? 0 : buttons.height + Theme.gap) : 0)
    readonly property int betweenWords: Theme.portrait ? 2 * Theme.gap : Theme.gap
    readonly property string trouble: film.pictureFails ? qsTrId("film.no-picture") : ""
    // Chosen by fit().
    property int size: Theme.bodySize
    property real pictureShare: 1
    property int mostWords: 0
    property bool fitting: false
    readonly property bool largeLetters: Theme.textSize > 2
    readonly property int smallest: Theme.compact ? Theme.smallSize : Theme.supportSize
    readonly property real leastShare: largeLetters ? 0.5 : 0.7
    // What decides it, besides the words.
    readonly property string measure: root.room + " " + wordsWidth + " " + pictureColumn + " " + buttons.height + " " + Theme.bodySize + Theme.fontFamily

    signal readRequested

    full: true
    title: film.title

    /// Letters that are read from a metre away: larger than on a page, and the same for a whole film, as its longest
    /// caption leaves room. Where it is tight they become smaller first, and then the picture; where somebody wants large
    /// letters, the other way round. A single caption that still needs more takes it from the picture, down to all.
    function fit() {
        fitting = true;
        size = Math.round(Theme.bodySize * (largeLetters ? 1.1 : Theme.portrait ? 1.7 : 1.4));
        pictureShare = 1;
        while (mostHeight() > wordsRoom) {
            if (stacked && pictureShare > leastShare && (largeLetters || size <= smallest))
                pictureShare = Math.max(leastShare, pictureShare - 0.06);
            else if (size > smallest)
                size = Math.max(smallest, Math.floor(size * 0.92));
            else
                break;
        }
        mostWords = mostHeight();
        while (heightOf(film.heading, film.caption, film.english) > wordsRoom && stacked && pictureShare > 0)
            pictureShare = pictureShare > 0.3 ? pictureShare - 0.06 : 0;
        fitting = false;
        fitPicture();
    }

    function mostHeight(): int {
        return heightOf(film.fullestHeading, film.fullestCaption, film.fullestEnglish);
    }

    function heightOf(heading: string, caption: string, english: string): int {
        probe.heading = heading;
        probe.caption = caption;
        probe.english = english;
        return probe.implicitHeight;
    }

    function fitPicture() {
        if (!fitting && pictureWidth > 0)
            film.setRoom(pictureWidth, pictureHeight);
    }

    onMeasureChanged: settling.restart()
    onTroubleChanged: fit()
    onPictureWidthChanged: fitPicture()
    Component.onCompleted: fit()

    Connections {
        function onCaptionChanged() {
            root.fit();
        }

        target: root.film
    }

    // Once all that follows from a change has changed too.
    Timer {
        id: settling

        interval: 0

        onTriggered: root.fit()
    }

    FilmWords {
        id: probe

        notice: root.trouble
        size: root.size
        visible: false
        width: root.wordsWidth
    }

    Item {
        height: root.room
        width: parent.width

        // What the buttons leave where they stand at the edge.
        Item {
            id: stage

            anchors.left: parent.left
            height: parent.height
            width: parent.width - (root.edged ? Theme.touchTarget + Theme.gap : 0)
        }

        Rectangle {
            id: frame

            anchors.horizontalCenter: left.horizontalCenter
            color: Theme.tintColor
            height: root.pictureHeight
            visible: height > 0
            width: root.pictureWidth
            // What is left over stands above and below, so that picture and words are one.
            y: Math.max(0, Math.round(root.stacked ? (root.wordsRoom - root.mostWords) * (Theme.portrait ? 0.4 : 0) : (root.largestHeight - height) / 2))

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
            id: left

            anchors.left: parent.left
            width: root.pictureColumn
        }

        FilmWords {
            anchors.left: root.stacked ? parent.left : undefined
            anchors.right: root.stacked ? undefined : parent.right
            caption: root.film.caption
            english: root.film.english
            heading: root.film.heading
            height: implicitHeight
            notice: root.trouble
            size: root.size
            width: root.wordsWidth
            // Below the picture they begin at one height, where the eye finds them; beside it they stand in the middle.
            y: root.stacked ? frame.y + frame.height + (frame.height > 0 ? root.betweenWords : 0) : Math.max(0, Math.round((root.room - implicitHeight) / 2))
        }

        FilmButtons {
            id: buttons

            anchors.left: root.edged ? stage.right : parent.left
            anchors.leftMargin: root.edged ? Theme.gap : 0
            film: root.film
            signsOnly: root.edged
            width: root.edged ? Theme.touchTarget : root.stacked ? parent.width : root.pictureColumn
            y: root.edged ? 0 : root.stacked ? parent.height - height : frame.y + frame.height + Theme.gap

            onReadRequested: root.readRequested()
        }
    }
}
