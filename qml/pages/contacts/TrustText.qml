// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Controls

// What a caller can expect of whoever answers: four locked sentences. Where nobody has settled it (5), nothing.
NoteText {
    required property int trust

    english: trust === 1 ? qsTrId("trust.t1:english") : trust === 2 ? qsTrId("trust.t2:english") : trust === 3 ? qsTrId("trust.t3:english") : qsTrId("trust.t4:english")
    sign: trust === 4 ? "emergency" : "info"
    text: trust === 1 ? qsTrId("trust.t1") : trust === 2 ? qsTrId("trust.t2") : trust === 3 ? qsTrId("trust.t3") : qsTrId("trust.t4")
    visible: trust !== 5
}
