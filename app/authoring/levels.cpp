// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/levels.h"

#include "authoring/stats.h"

#include <algorithm>

namespace porchlight::authoring {

using content::TranslationLevel;

Levels levelsOf(const Sources &sources, const std::string &tag)
{
    const Translation *translation = sources.findTranslation(tag);
    Levels levels;
    for (const Text &text : sources.texts) {
        TranslationLevel level = TranslationLevel::L0;
        if (translation)
            if (const auto it = translation->entries.find({text.context, text.english});
                it != translation->entries.end())
                level = it->second.level;
        TranslationLevel &lowest = text.domain == content::Domain::Learn ? levels.learn : levels.help;
        lowest = std::min(lowest, level);
    }
    return levels;
}

void checkLevels(const Sources &sources, Findings &findings)
{
    for (const Translation &translation : sources.translations) {
        const Translation::Entry *lowest = nullptr;
        // A fuzzy entry waits for its translator, as one without a text does: the release knows, the claim may stand.
        for (const auto &[key, entry] : translation.entries)
            if (!entry.fuzzy && (!lowest || entry.level < lowest->level))
                lowest = &entry;
        if (lowest && lowest->level < translation.level)
            findings.error("level-differs", {translation.file, translation.headerLine},
                           "The header claims " + levelName(translation.level) + " for the whole, the entry at line " +
                               std::to_string(lowest->line) + " has reached " + levelName(lowest->level) + ".",
                           "Write the lowest level in the header and in languages.yaml, and `# level: ...` above the "
                           "entries that have reached more.");
    }
}

} // namespace porchlight::authoring
