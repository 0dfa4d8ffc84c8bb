// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"

namespace porchlight::authoring {

/// How far the texts of one language are checked: the lowest level of each domain. A text that is not translated stands
/// in English and counts as L0. A domain without texts has the highest.
struct Levels {
    content::TranslationLevel help = content::TranslationLevel::L4;
    content::TranslationLevel learn = content::TranslationLevel::L4;
};

Levels levelsOf(const Sources &sources, const std::string &tag);

/// What a file claims for the whole must hold for each of its entries.
void checkLevels(const Sources &sources, Findings &findings);

} // namespace porchlight::authoring
