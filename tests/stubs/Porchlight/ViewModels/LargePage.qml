// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property list<string> names: Visit.rightToLeft ? ["خط مساعدة مجاني"] : ["Free help line"]
    property list<string> values: ["1-888-373-7888"]
    property string instruction: ""
    property string interpreterSentence: Visit.rightToLeft ? "Arabic, please. I need an interpreter." : ""
    property string code: ""
    readonly property string name: names[0]
    readonly property string value: values[0]

    function showCode() {
        code = "image://slip/code/1";
    }

    function hideCode() {
        code = "";
    }
}
