// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/speech/screen_reader.h"

#include <QSet>

namespace porchlight::viewmodels {

/// What is said of a page that has just come: all that is shown of it, and reservations that were not in `told`, which
/// takes them up. Not the bar, nor the buttons that turn the page.
std::vector<SpokenItem> readAnew(const std::vector<SpokenItem> &items, QSet<QString> &told);

/// What is said when something has changed on a page that was read before. `turned`: it was turned for one who goes
/// through it step by step, so that what was on another part is no news.
std::vector<SpokenItem> readChanges(const std::vector<SpokenItem> &before, const std::vector<SpokenItem> &now,
                                    bool turned);

} // namespace porchlight::viewmodels
