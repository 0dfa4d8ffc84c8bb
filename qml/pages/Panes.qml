// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme

// Two columns side by side on a wide screen, one below the other elsewhere.
Grid {
    id: root

    property real share: 0.5
    /// Stays in two columns also where the text is large.
    property bool always: false
    readonly property bool beside: Theme.low ? always && Theme.textSize <= 2 : Theme.landscape && (always || (Theme.textSize <= 2 && !Theme.reaching))
    readonly property int between: Theme.mm(Theme.low ? 7 : 12)
    readonly property int firstWidth: beside ? Math.round((width - between) * share) : width
    readonly property int secondWidth: beside ? width - between - firstWidth : width

    columnSpacing: between
    columns: beside ? 2 : 1
    rowSpacing: Theme.gap
}
