// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/sight.h"

#include <QStringList>

namespace porchlight::programs {

/// What is wrong with the texts that are seen on a page in a window of so many pixels: cut, wider or taller than their
/// place, outside the window, one over another, or with a character that no font can draw. Empty when all is well.
QStringList faultsOf(const Sight &sight, const QSizeF &window);

} // namespace porchlight::programs
