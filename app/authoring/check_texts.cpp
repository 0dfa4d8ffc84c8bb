// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"
#include "authoring/text_rules.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <set>

namespace porchlight::authoring {

namespace {

using Names = std::vector<std::string>;

Names placeholderSet(const std::string &text)
{
    Names names;
    for (const Placeholder &placeholder : placeholdersOf(text))
        names.push_back(placeholder.whole);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::string listed(const Names &names)
{
    std::string line;
    for (const std::string &name : names)
        line += (line.empty() ? "" : ", ") + name;
    return line.empty() ? "none" : line;
}

/// What holds for a text in any language.
void checkAnyText(const std::string &text, const Place &at, const std::vector<Denied> &denied, Findings &findings)
{
    const auto points = codePoints(text);
    if (std::any_of(points.begin(), points.end(), turnsDirection))
        findings.error("direction-mark", at, "This text holds an invisible mark that turns its direction.",
                       "Take it out; numbers are set apart by the kiosk.");
    for (const Denied &value : denied)
        if (holdsDenied(text, value))
            findings.error("denied", at, "`" + value.value + "` must not stand here: " + value.why,
                           "Take it out. deny.yaml lists what must stand nowhere.");
}

void checkTranslation(const std::string &english, const Translation::Entry &entry, const Place &at, Findings &findings)
{
    const Names wanted = placeholderSet(english);
    const Names found = placeholderSet(entry.text);
    if (wanted != found)
        findings.error("changed-placeholder", at,
                       "The English has the placeholders " + listed(wanted) + ", the translation " + listed(found) +
                           ".",
                       "Copy each {…} from the English as it is.");
    const Names numbers = numbersOf(english);
    if (hasOtherDigits(entry.text))
        findings.error("changed-number", at, "The translation has digits that are not 0 to 9.",
                       "Write the numbers exactly as in the English: people dial them.");
    else if (const Names other = numbersOf(entry.text); numbers != other)
        findings.error("changed-number", at,
                       "The English has the numbers " + listed(numbers) + ", the translation " + listed(other) + ".",
                       "Write the numbers exactly as in the English, in digits, and no other.");
}

/// An interface word must not bear the name that another text gets in the store ("slip.card.title").
void checkTextIds(const Sources &sources, Findings &findings)
{
    std::set<std::string> others;
    for (const Text &text : sources.texts)
        if (text.id != text.context)
            others.insert(text.id);
    for (const Text &text : sources.texts)
        if (text.id == text.context && others.contains(text.id))
            findings.error("duplicate-id", text.at,
                           "The id `" + text.id + "` is that of a text of a topic, tile or slip.",
                           "Give the interface word another id.");
}

} // namespace

void checkTexts(const Sources &sources, Findings &findings)
{
    checkTextIds(sources, findings);
    for (const Text &text : sources.texts) {
        checkAnyText(text.english, text.at, sources.denied, findings);
        if (hasOtherDigits(text.english))
            findings.error("changed-number", text.at, "This text has digits that are not 0 to 9.", "Write 0 to 9.");
    }
    for (const ContactSource &contact : sources.contacts)
        for (const ChannelSource &channel : contact.channels)
            for (const std::string &text : {channel.value.value, channel.value.sourceUrl, channel.code})
                checkAnyText(text, channel.at, sources.denied, findings);
    for (const FactSource &fact : sources.facts)
        checkAnyText(fact.value, fact.at, sources.denied, findings);
    for (const Translation &translation : sources.translations)
        for (const auto &[key, entry] : translation.entries) {
            const Place at{translation.file, entry.line};
            checkAnyText(entry.text, at, sources.denied, findings);
            checkTranslation(key.second, entry, at, findings);
        }
}

} // namespace porchlight::authoring
