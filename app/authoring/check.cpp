// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check.h"
#include "authoring/checked_sources.h"
#include "authoring/loaders.h"

namespace porchlight::authoring {

namespace fs = std::filesystem;

Report check(const fs::path &content, const std::string &site, const Options &options)
{
    return readAndCheck(content, site, options).report;
}

Report stats(const fs::path &content, Stats &stats)
{
    Findings findings(content.string());
    const SourceFolder folder{content, findings};
    Sources sources = loadEnglish(folder);
    loadTranslations(folder, sources);
    stats = statsOf(sources);
    return findings.report();
}

} // namespace porchlight::authoring
