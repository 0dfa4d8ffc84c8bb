// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    ListElement {
        tag: "en"
        ownName: "English"
        direction: "ltr"
        fontFamily: "Noto Sans"
        draft: false
    }
    ListElement {
        tag: "es"
        ownName: "Español"
        direction: "ltr"
        fontFamily: "Noto Sans"
        draft: true
    }
    ListElement {
        tag: "ar"
        ownName: "العربية"
        direction: "rtl"
        fontFamily: "Noto Sans Arabic"
        draft: true
    }
    ListElement {
        tag: "zh-Hans"
        ownName: "简体中文"
        direction: "ltr"
        fontFamily: "Noto Sans CJK SC"
        draft: true
    }
}
