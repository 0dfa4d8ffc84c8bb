// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QQuickWindow;

namespace porchlight::programs {

struct FocusRules {
    bool rightToLeft = false;
    bool rings = false; ///< measure them too: a picture for each control
    double ringFloor = 3;
    double pixelsPerMm = 4;
};

/// Walks by Tab from the top of the page until it comes round, and back by Shift-Tab: each control that is on, in the
/// order of reading, the fixed bar last, shown when it has the keys, with a ring that is seen.
QStringList focusFaults(QQuickWindow *window, const FocusRules &rules);

} // namespace porchlight::programs
