// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers typed into texts, and numbers that look like one of ours but are not.
#include "authoring/checks.h"
#include "authoring/phone_numbers.h"
#include "authoring/text_rules.h"

#include <algorithm>
#include <regex>
#include <set>
#include <vector>

namespace porchlight::authoring {

using content::ChannelKind;

namespace {

// As many digits as a number without its area code.
constexpr std::size_t fewestDigits = 7;
// 911 and 211 are one digit apart and many a day or street has three digits: of these only a wrong digit counts.
constexpr std::size_t longestSpoken = 4;

struct OwnNumber {
    std::string digits;
    std::string asWritten;
    std::string channelId;
};

/// The numbers that must not be misprinted, and all that stand in contacts.
struct OwnNumbers {
    std::vector<OwnNumber> guarded;
    std::set<std::string> all;
};

bool isDialled(ChannelKind kind)
{
    return kind == ChannelKind::Call || kind == ChannelKind::Text || kind == ChannelKind::Tty;
}

/// A text line is never core, since a phone may be looked through; its code is misprinted as easily.
bool isGuarded(const ChannelSource &channel, const ContactSource &contact)
{
    return channel.value.core || (channel.value.kind == ChannelKind::Text && !contact.value.local);
}

OwnNumbers ownNumbers(const Sources &sources)
{
    OwnNumbers own;
    for (const ContactSource &contact : sources.contacts)
        for (const ChannelSource &channel : contact.channels) {
            const std::string digits = isDialled(channel.value.kind) ? dialledDigits(channel.value.value) : "";
            if (digits.empty())
                continue;
            own.all.insert(digits);
            if (isGuarded(channel, contact))
                own.guarded.push_back({digits, channel.value.value, channel.value.id});
        }
    return own;
}

void erase(std::string &run, const std::string &digits)
{
    for (auto at = run.find(digits); at != std::string::npos; at = run.find(digits))
        run.replace(at, digits.size(), " ");
}

/// The run without the numbers that are right.
std::string strangeIn(std::string run, const OwnNumbers &own)
{
    for (const std::string &digits : own.all)
        if (digits.size() >= fewestDigits)
            erase(run, digits);
    return run;
}

bool isMisprinted(const std::string &text, const OwnNumber &number, const OwnNumbers &own)
{
    const bool full = number.digits.size() >= fewestDigits;
    const auto looksLike = [&](const std::string &digits) {
        // With the 1 before it and without: "1-888..." with a digit too many still begins with it.
        const bool slip = isMisprint(digits, number.digits) || (full && isMisprint(digits, "1" + number.digits));
        const bool comparable = number.digits.size() > longestSpoken || digits.size() == number.digits.size();
        return slip && comparable && !own.all.contains(dialledDigits(digits));
    };
    // "Form I-914" is no slip of 911.
    static const std::regex named("[A-Za-z]-?[0-9]+");
    const auto groups = digitGroups(full ? text : std::regex_replace(text, named, " "));
    if (std::any_of(groups.begin(), groups.end(), looksLike))
        return true;
    const auto runs = digitRuns(text);
    return full && std::any_of(runs.begin(), runs.end(), [&](const std::string &run) {
               return looksLike(run) || holdsMisprint(strangeIn(run, own), number.digits);
           });
}

void tellMisprint(const OwnNumber &number, const Place &at, Findings &findings)
{
    findings.error("hotline-misprint", at,
                   "A number here is one slip away from " + number.asWritten + " (`" + number.channelId + "`).",
                   "Write {number:" + number.channelId + "}; if it is another number, have a person dial it.");
}

void checkText(const std::string &whole, const Place &at, const OwnNumbers &own, Findings &findings)
{
    const std::string text = withoutPlaceholders(whole);
    const auto runs = digitRuns(text);
    if (runs.empty())
        return;
    if (std::any_of(runs.begin(), runs.end(), [](const std::string &run) { return run.size() >= fewestDigits; }))
        findings.error("number-in-text", at, "A number that looks like a telephone number is typed here.",
                       "Write {number:CONTACT.CHANNEL}, or {fact:ID} for a figure: each stands once, where it is "
                       "checked.");
    for (const OwnNumber &number : own.guarded)
        if (isMisprinted(text, number, own))
            tellMisprint(number, at, findings);
}

/// A channel's own number may be a misprint too. Short codes are all alike; the numbering plan speaks for them.
void checkChannelNumbers(const Sources &sources, const OwnNumbers &own, Findings &findings)
{
    for (const ContactSource &contact : sources.contacts)
        for (const ChannelSource &channel : contact.channels) {
            const std::string digits = isDialled(channel.value.kind) ? dialledDigits(channel.value.value) : "";
            for (const OwnNumber &number : own.guarded)
                if (digits.size() > longestSpoken && !channel.value.core && channel.value.id != number.channelId &&
                    isMisprint(digits, number.digits))
                    tellMisprint(number, channel.at, findings);
        }
}

} // namespace

void checkNumbers(const Sources &sources, Findings &findings)
{
    const OwnNumbers own = ownNumbers(sources);
    for (const Text &text : sources.texts)
        checkText(text.english, text.at, own, findings);
    for (const Translation &translation : sources.translations)
        for (const auto &[key, entry] : translation.entries)
            checkText(entry.text, {translation.file, entry.line}, own, findings);
    checkChannelNumbers(sources, own, findings);
}

} // namespace porchlight::authoring
