// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checked_sources.h"

#include "authoring/checks.h"
#include "authoring/levels.h"
#include "authoring/loaders.h"
#include "authoring/merge.h"
#include "content/clock.h"

#include <set>

namespace porchlight::authoring {

namespace {

/// All that was read, and what to check it with.
class Checker {
public:
    Checker(const std::filesystem::path &content, const Options &options)
        : m_content(content), m_today(options.today.value_or(content::SystemClock().today())),
          m_progress(options.progress), m_national(content.string())
    {
        std::error_code failed;
        if (!std::filesystem::is_directory(content, failed)) {
            m_national.error("missing-file", {}, "There is no such content folder.",
                             "Name the folder that holds languages.yaml.");
            return;
        }
        m_there = true;
        if (m_progress)
            m_progress("sources");
        m_all = loadEnglish(content, m_loading);
        loadTranslations(content, m_loading, m_all);
        m_national.add(m_loading.at(""));
        m_fonts =
            findFonts(options.fontFolders.empty() ? defaultFontFolders() : options.fontFolders, familiesOf(m_all));
        m_nationalSources = mergeFor(m_all, {}, m_national);
        check(m_nationalSources, "national", m_national);
    }

    [[nodiscard]] bool there() const { return m_there; }
    [[nodiscard]] const Sources &all() const { return m_all; }
    [[nodiscard]] const Sources &nationalSources() const { return m_nationalSources; }
    [[nodiscard]] const FontTable &fonts() const { return m_fonts; }
    [[nodiscard]] Findings &national() { return m_national; }
    Sources checkMerged(const Upper &upper, Findings &findings) const
    {
        Sources merged = mergeFor(m_all, upper, findings);
        check(merged, upper.site ? "site " + upper.site->id : "layer", findings);
        return merged;
    }
    /// What was found while the files of a layer or site were read.
    void addLoading(const std::string &part, Findings &findings) const
    {
        if (const auto it = m_loading.find(part); it != m_loading.end())
            findings.add(it->second);
    }

private:
    /// What holds for each release by itself. `part` is told as progress.
    void check(const Sources &sources, const std::string &part, Findings &findings) const
    {
        const auto step = [&](const char *what) {
            if (m_progress)
                m_progress((part + ": " + what).c_str());
        };
        step("references and facts");
        checkReferences(sources, {m_content, findings});
        checkChannels(sources, m_today, findings);
        checkFacts(sources, m_today, findings);
        checkFilms(sources, findings);
        checkSites(sources, m_today, findings);
        checkSlips(sources, findings);
        checkLevels(sources, findings);
        step("texts");
        checkTexts(sources, findings);
        checkPublicWords(sources, findings);
        step("numbers");
        checkNumbers(sources, findings);
        step("reading");
        checkReading(sources, findings);
        step("glossary");
        checkGlossary(sources, findings);
        step("fonts and widths");
        checkGlyphs(sources, m_fonts, findings);
        checkWidths(sources, m_fonts, findings);
    }

    std::filesystem::path m_content;
    content::Date m_today;
    std::function<void(const char *step)> m_progress;
    bool m_there = false;
    Sources m_all;
    Sources m_nationalSources;
    FontTable m_fonts;
    FindingsByPart m_loading;
    Findings m_national;
};

} // namespace

CheckedSources readAndCheck(const std::filesystem::path &content, const std::string &site, const Options &options)
{
    Checker checker(content, options);
    CheckedSources checked;
    checked.fonts = checker.fonts();
    Findings &national = checker.national();
    const std::string part = "sites/" + site;
    if (checker.there() && !std::filesystem::is_directory(content / part))
        national.error("no-such-site", {part + "/site.yaml", 0}, "There is no site `" + site + "`.",
                       "Name one of the folders in sites/ with --site.");
    checked.sources = checker.nationalSources();
    Findings own(content.string());
    checker.addLoading(part, own);
    if (const SiteSource *source = checker.all().findSite(site)) {
        for (const std::string &layer : source->layers)
            checker.addLoading("layers/" + layer, own);
        Sources merged = checker.checkMerged(upperOf(checker.all(), *source, own), own);
        if (!own.hasErrors())
            checked.sources = std::move(merged);
    }
    checked.siteIsBroken = !national.hasErrors() && own.hasErrors();
    RecordingCheck recordings(content, national);
    if (!own.hasErrors() && !national.hasErrors())
        recordings.add(checked.sources, site, national);
    checkVoices(checker.all(), national);
    checkUnusedFacts(checker.all(), national);
    checkFilmTopics(checker.all(), national);
    checkCoverage(checked.sources, national);
    national.add(own);
    checked.report = national.report();
    return checked;
}

Report readAndCheckAll(const std::filesystem::path &content, const Options &options)
{
    Checker checker(content, options);
    Findings &findings = checker.national();
    if (!checker.there())
        return findings.report();
    const Sources &all = checker.all();
    RecordingCheck recordings(content, findings);
    std::set<std::string> usedLayers;
    for (const SiteSource &site : all.sites) {
        usedLayers.insert(site.layers.begin(), site.layers.end());
        const Sources merged = checker.checkMerged(upperOf(all, site, findings), findings);
        if (!findings.hasErrors())
            recordings.add(merged, site.id, findings);
    }
    if (!findings.hasErrors())
        recordings.tellLeftOver(findings);
    checkVoices(all, findings);
    // With a site they are checked as they are meant to stand: an agency's above a state's.
    for (const LayerSource &layer : all.layers)
        if (!usedLayers.contains(layer.id))
            checker.checkMerged({{&layer}, nullptr}, findings);
    for (const char *kind : {"layers", "sites"})
        for (const std::string &part : SourceFolder{content, findings}.folders(kind))
            checker.addLoading(part, findings);
    checkUnusedFacts(all, findings);
    checkFilmTopics(all, findings);
    checkUnusedLanguages(all, findings);
    checkCoverage(all, findings);
    return findings.report();
}

} // namespace porchlight::authoring
