// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property string language: "ar"
    property string ownName: "العربية"
    property string fontFamily: "Noto Sans Arabic"
    property string sentence: "Arabic, please. I need an interpreter."
    property list<string> numbers: ["2-1-1", "1-888-373-7888", "988"]
}
