// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property string text: Visit.rightToLeft ? "هل يمكنني استخدام هاتف على انفراد؟" : "May I use a phone in private?"
    property string english: Visit.rightToLeft ? "May I use a phone in private?" : ""
}
