// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check.h"
#include "authoring/checked_sources.h"
#include "authoring/loaders.h"

namespace porchlight::authoring {

namespace fs = std::filesystem;

Report check(const fs::path &content, const std::string &site, const Options &options)
{
    return site.empty() ? readAndCheckAll(content, options) : readAndCheck(content, site, options).report;
}

Report stats(const fs::path &content, Stats &stats)
{
    FindingsByPart found;
    Sources sources = loadEnglish(content, found);
    Findings &findings = found.at("");
    loadTranslations(content, found, sources);
    stats = statsOf(sources);
    for (const auto &[part, others] : found)
        if (!part.empty())
            findings.add(others);
    return findings.report();
}

} // namespace porchlight::authoring
