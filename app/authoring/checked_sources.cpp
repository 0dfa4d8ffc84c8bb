// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checked_sources.h"

#include "authoring/checks.h"
#include "authoring/loaders.h"
#include "content/clock.h"

namespace porchlight::authoring {

CheckedSources readAndCheck(const std::filesystem::path &content, const std::string &site, const Options &options)
{
    CheckedSources checked;
    Findings findings(content.string());
    std::error_code failed;
    if (!std::filesystem::is_directory(content, failed)) {
        findings.error("missing-file", {}, "There is no such content folder.",
                       "Name the folder that holds languages.yaml.");
        checked.report = findings.report();
        return checked;
    }
    const auto step = [&](const char *what) {
        if (options.progress)
            options.progress(what);
    };
    step("sources");
    const SourceFolder folder{content, findings};
    Sources &sources = checked.sources;
    sources = loadEnglish(folder);
    loadTranslations(folder, sources);

    const content::Date today = options.today.value_or(content::SystemClock().today());
    step("references and facts");
    checkReferences(sources, folder);
    checkChannels(sources, today, findings);
    checkFacts(sources, site, today, findings);
    checkSites(sources, site, today, findings);
    checkCoverage(sources, findings);
    step("texts");
    checkTexts(sources, findings);
    checkPublicWords(sources, findings);
    step("numbers");
    checkNumbers(sources, findings);
    step("reading");
    checkReading(sources, findings);
    step("glossary");
    checkGlossary(sources, findings);

    step("fonts");
    checked.fonts =
        findFonts(options.fontFolders.empty() ? defaultFontFolders() : options.fontFolders, familiesOf(sources));
    checkGlyphs(sources, checked.fonts, findings);
    step("widths");
    checkWidths(sources, checked.fonts, findings);
    checked.report = findings.report();
    return checked;
}

} // namespace porchlight::authoring
