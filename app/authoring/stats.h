// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"

#include <string>
#include <vector>

namespace porchlight::authoring {

struct LanguageStats {
    std::string tag;
    std::string englishName;
    content::TranslationLevel level = content::TranslationLevel::L0;      ///< the lowest on the way to help
    content::TranslationLevel learnLevel = content::TranslationLevel::L0; ///< the lowest of the learn topics
    bool source = false;
    int translated = 0; ///< entries with a text, fuzzy ones included
    int fuzzy = 0;      ///< of these, how many are marked fuzzy and so count as L0
    int total = 0;      ///< entries there are: distinct pairs of context and English

    /// Whole percent, rounded down: 100 means all.
    [[nodiscard]] int coverage() const { return total == 0 ? 100 : translated * 100 / total; }
};

struct Stats {
    std::vector<LanguageStats> languages; ///< in the order of languages.yaml
};

Stats statsOf(const Sources &sources);

/// A table for people.
std::string formatStats(const Stats &stats);
/// {"languages": [{"tag", "name", "level", "learn_level", "coverage", "translated", "fuzzy", "total"}]}; the source has
/// no levels (null).
std::string statsJson(const Stats &stats);

/// "L0" to "L4"
std::string levelName(content::TranslationLevel level);

} // namespace porchlight::authoring
