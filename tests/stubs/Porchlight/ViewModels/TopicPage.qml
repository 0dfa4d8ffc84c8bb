// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property string title: Visit.rightToLeft ? "هل تحصل على أجرك كاملًا؟" : "Are you paid what you earned?"
    property string summary: ""
    property string picture: "pay"
    property bool sensitive: true
    property bool learn: false
    property bool hasFilm: true
    property string tileTitle: Visit.rightToLeft ? "العمل والأجر" : "Work and pay"
    property string tilePicture: "pay"
    property BlockModel blocks: BlockModel {
        arabic: Visit.rightToLeft
    }
    property TopicModel siblings: TopicModel {
        arabic: Visit.rightToLeft
    }
}
