// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the facts of a page come from, and until when they are trusted.
#include "authoring/checks.h"
#include "authoring/phone_numbers.h"
#include "authoring/text_rules.h"
#include "authoring/unicode_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace porchlight::authoring {

namespace {

/// The codes that are names too: 911, 988, 2-1-1.
std::set<std::string> codesOf(const Sources &sources)
{
    std::set<std::string> codes;
    for (const ContactSource &contact : sources.contacts)
        for (const ChannelSource &channel : contact.channels)
            codes.insert(dialledDigits(channel.value.value));
    return codes;
}

/// Does it say a number that somebody must have counted, measured or decided?
bool holdsFigure(const std::string &text, const std::set<std::string> &codes)
{
    const auto groups = digitGroups(withoutPlaceholders(text));
    return std::any_of(groups.begin(), groups.end(),
                       [&](const std::string &group) { return !codes.contains(dialledDigits(group)); });
}

bool isYear(const std::string &digits)
{
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Does it say how many people something happens to?
bool holdsStatistic(const std::string &text, const std::set<std::string> &codes)
{
    const auto placeholders = placeholdersOf(text);
    if (std::any_of(placeholders.begin(), placeholders.end(), [](const Placeholder &p) { return p.name == "fact"; }))
        return true;
    const std::string plain = withoutPlaceholders(text);
    const std::string words = folded(plain);
    constexpr std::array counts{"percent", "%", "million", "billion"};
    if (holdsFigure(text, codes) && std::any_of(counts.begin(), counts.end(), [&](const char *count) {
            return words.find(count) != std::string::npos;
        }))
        return true;
    const auto groups = digitGroups(plain);
    return std::any_of(groups.begin(), groups.end(), [&](const std::string &group) {
        return group.size() > 3 && !isYear(group) && !codes.contains(dialledDigits(group));
    });
}

void checkHasSource(const TopicSource &topic, const std::set<std::string> &codes, Findings &findings)
{
    if (!topic.value.sources.empty())
        return;
    if (topic.value.layer == content::Layer::Learn)
        findings.error("fact-without-source", topic.at, "This learn page does not say where its facts come from.",
                       "Add them to `sources`, each with the page, the day it was read and the day to read it again.");
    for (std::size_t i = 0; i < topic.value.blocks.size(); ++i)
        if (holdsFigure(topic.value.blocks[i].text, codes))
            findings.error("fact-without-source", topic.blockPlaces[i],
                           "A figure stands here, and this page has no `sources`.",
                           "Add where it was read, or take the figure out.");
}

} // namespace

void checkFactDay(content::Date recheckBy, content::Date today, bool mayNotStay, const Place &at, Findings &findings)
{
    if (recheckBy == content::Date{} || recheckBy >= today)
        return;
    const std::string what = "This fact was to be checked again by " + content::formatDate(recheckBy) +
                             (mayNotStay ? "; a statistic on a live site must not be older than that." : ".");
    const std::string remedy = "Read the page again and write the new dates.";
    if (mayNotStay)
        findings.error("fact-out-of-date", at, what, remedy);
    else
        findings.warning("fact-out-of-date", at, what, remedy);
}

void checkFacts(const Sources &sources, content::Date today, Findings &findings)
{
    const bool live = std::any_of(sources.sites.begin(), sources.sites.end(), [&](const SiteSource &site) {
        return releaseMode(sources, site) == content::Mode::Live;
    });
    const std::set<std::string> codes = codesOf(sources);
    for (const TopicSource &topic : sources.topics) {
        checkHasSource(topic, codes, findings);
        const bool statistic =
            std::any_of(topic.value.blocks.begin(), topic.value.blocks.end(),
                        [&](const content::Block &block) { return holdsStatistic(block.text, codes); });
        for (std::size_t i = 0; i < topic.value.sources.size(); ++i) {
            const content::Source &source = topic.value.sources[i];
            const Place &at = topic.sourcePlaces[i];
            checkNotAhead(source.checkedOn, today, at, findings);
            if (source.recheckBy != content::Date{} && source.recheckBy < source.checkedOn)
                findings.error("expires-before-check", at, "`recheck_by` lies before `checked_on`.",
                               "Correct one of them.");
            else
                checkFactDay(source.recheckBy, today, live && statistic, at, findings);
        }
    }
}

} // namespace porchlight::authoring
