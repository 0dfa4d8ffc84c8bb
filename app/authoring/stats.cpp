// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/stats.h"

#include "authoring/levels.h"
#include "content/json.h"

#include <cstdio>
#include <set>

namespace porchlight::authoring {

Stats statsOf(const Sources &sources)
{
    std::set<Translation::Key> keys;
    for (const Text &text : sources.texts)
        keys.emplace(text.context, text.english);

    Stats stats;
    for (const LanguageSource &language : sources.languages) {
        LanguageStats of;
        of.tag = language.value.tag;
        of.englishName = language.value.englishName;
        const Levels levels = levelsOf(sources, of.tag);
        of.level = levels.help;
        of.learnLevel = levels.learn;
        of.source = language.value.source;
        of.total = static_cast<int>(keys.size());
        if (of.source)
            of.translated = of.total;
        else if (const Translation *translation = sources.findTranslation(of.tag)) {
            of.translated = static_cast<int>(translation->entries.size());
            for (const auto &[key, entry] : translation->entries)
                of.fuzzy += entry.fuzzy ? 1 : 0;
        }
        stats.languages.push_back(std::move(of));
    }
    return stats;
}

std::string levelName(content::TranslationLevel level)
{
    return "L" + std::to_string(static_cast<int>(level));
}

std::string formatStats(const Stats &stats)
{
    char line[160];
    std::snprintf(line, sizeof line, "%-10s %-24s %8s %10s %6s  %-6s %s\n", "language", "", "coverage", "texts",
                  "fuzzy", "level", "learn");
    std::string table = line;
    for (const LanguageStats &of : stats.languages) {
        const std::string texts = std::to_string(of.translated) + "/" + std::to_string(of.total);
        const std::string coverage = std::to_string(of.coverage()) + " %";
        std::snprintf(line, sizeof line, "%-10s %-24s %8s %10s %6d  %-6s %s\n", of.tag.c_str(), of.englishName.c_str(),
                      coverage.c_str(), texts.c_str(), of.fuzzy, of.source ? "source" : levelName(of.level).c_str(),
                      of.source ? "" : levelName(of.learnLevel).c_str());
        table += line;
    }
    return table;
}

std::string statsJson(const Stats &stats)
{
    std::string json = "{\"languages\": [";
    const char *separator = "";
    for (const LanguageStats &of : stats.languages) {
        json += separator;
        json += "\n  {\"tag\": " + content::jsonText(of.tag) + ", \"name\": " + content::jsonText(of.englishName) +
                ", \"level\": " + (of.source ? "null" : content::jsonText(levelName(of.level))) +
                ", \"learn_level\": " + (of.source ? "null" : content::jsonText(levelName(of.learnLevel))) +
                ", \"coverage\": " + std::to_string(of.coverage()) +
                ", \"translated\": " + std::to_string(of.translated) + ", \"fuzzy\": " + std::to_string(of.fuzzy) +
                ", \"total\": " + std::to_string(of.total) + "}";
        separator = ",";
    }
    return json + "\n]}\n";
}

} // namespace porchlight::authoring
