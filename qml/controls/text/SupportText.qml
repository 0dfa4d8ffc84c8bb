// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Porchlight.Theme

// Second in rank: hints, hours, notes. Quieter by colour first and by size only where size is plenty.
BodyText {
    color: Theme.softInkColor
    font.pixelSize: Theme.supportSize
}
