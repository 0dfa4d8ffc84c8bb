// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"
#include "authoring/stats.h"

#include <algorithm>
#include <set>

namespace porchlight::authoring {

namespace {

void checkGoLive(const Sources &sources, const SiteSource &site, content::Date today, Findings &findings)
{
    std::set<std::string> seen;
    for (const SiteSource::Done &done : site.goLive) {
        const auto isIt = [&](const GoLiveItem &item) { return item.id == done.item; };
        if (std::none_of(sources.goLive.begin(), sources.goLive.end(), isIt))
            findings.error("unknown-item", done.at, "go-live.yaml has no item `" + done.item + "`.",
                           "Write one of its ids.");
        if (!seen.insert(done.item).second)
            findings.error("duplicate-id", done.at, "The item `" + done.item + "` stands here twice.", "Keep one.");
        if (done.on.has_value() == done.by.empty())
            findings.error("half-done", done.at, "An item is done when both the day and the person stand here.",
                           "Write `done_on` and `done_by`, or neither.");
        if (done.on)
            checkNotAhead(*done.on, today, done.at, findings);
    }
}

void checkLanguages(const Sources &sources, const SiteSource &site, Findings &findings)
{
    const auto offered = [&](const std::string &tag) {
        return site.languages.empty() ||
               std::find(site.languages.begin(), site.languages.end(), tag) != site.languages.end();
    };
    for (const std::string &tag : site.languages)
        if (!sources.findLanguage(tag))
            findings.error("unknown-language", site.languagesAt, "languages.yaml has no language `" + tag + "`.",
                           "Add it there, or take it out here.");
    if (!site.defaultLanguage.empty() &&
        (!sources.findLanguage(site.defaultLanguage) || !offered(site.defaultLanguage)))
        findings.error("unknown-language", site.defaultLanguageAt,
                       "The default language `" + site.defaultLanguage + "` is not offered at this site.",
                       "Write one of the languages offered.");
    if (const LanguageSource *source = sources.sourceLanguage(); source && !offered(source->value.tag))
        findings.error("source-language", site.languagesAt,
                       "`" + source->value.tag + "` is missing: what is not translated stands in it.", "Add it.");
}

} // namespace

void checkUnusedLanguages(const Sources &all, Findings &findings)
{
    for (const LanguageSource &language : all.languages) {
        const auto offers = [&](const SiteSource &site) {
            const auto &tags = site.languages;
            return tags.empty() || std::find(tags.begin(), tags.end(), language.value.tag) != tags.end();
        };
        if (!all.sites.empty() && std::none_of(all.sites.begin(), all.sites.end(), offers))
            findings.warning("unused-language", language.at, "No site offers `" + language.value.tag + "`.",
                             "Add it to the `languages` of a site, or take it out here.");
    }
}

void checkSites(const Sources &sources, content::Date today, Findings &findings)
{
    for (const SiteSource &each : sources.sites) {
        checkGoLive(sources, each, today, findings);
        checkLanguages(sources, each, findings);
    }
}

void checkCoverage(const Sources &sources, Findings &findings)
{
    for (const LanguageStats &language : statsOf(sources).languages) {
        const LanguageSource *source = sources.findLanguage(language.tag);
        if (!source || source->value.source)
            continue;
        const Translation *translation = sources.findTranslation(language.tag);
        if (!translation)
            findings.warning("no-translation", source->at, "`" + language.tag + "` has no translation.",
                             "Make translations/" + language.tag + ".po from the extracted POT.");
        else if (language.translated < language.total)
            findings.warning("incomplete", {translation->file, 0},
                             std::to_string(language.total - language.translated) + " of " +
                                 std::to_string(language.total) + " texts are not translated; they stand in English.",
                             "Update the file from the extracted POT and translate them.");
    }
}

} // namespace porchlight::authoring
