// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QQuickWindow;

namespace porchlight::programs {

/// What is wrong with the texts on a page: cut, wider or taller than their place, outside the window, one over
/// another, or with a character that no font can draw. Empty when all is well.
QStringList faultsOf(QQuickWindow *window);

} // namespace porchlight::programs
