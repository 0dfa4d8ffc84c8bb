// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

BodyText {
    font.bold: true
    font.pixelSize: Theme.titleSize
    heading: true
}
