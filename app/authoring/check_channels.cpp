// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"
#include "authoring/phone_numbers.h"
#include "authoring/text_rules.h"

#include <algorithm>
#include <regex>

namespace porchlight::authoring {

using content::ChannelKind;
using content::ChannelStatus;

namespace {

constexpr std::chrono::days longestTrust{90};
// A clock may be wrong by some, and a build must not fail for that; a mistyped year is another matter.
constexpr std::chrono::days farAhead{731};

bool isDialled(ChannelKind kind)
{
    return kind == ChannelKind::Call || kind == ChannelKind::Text || kind == ChannelKind::Tty;
}

bool isNumber(const std::string &value)
{
    const bool digits =
        std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
    return digits && !value.empty() && value.front() != '-' && value.back() != '-';
}

bool isAddress(ChannelKind kind, const std::string &value)
{
    const bool spaced = value.find(' ') != std::string::npos;
    return !spaced && value.find(kind == ChannelKind::Email ? '@' : '.') != std::string::npos;
}

/// Is there such a number, and is it written as all others are?
void checkPlan(const content::Channel &channel, const Place &at, Findings &findings)
{
    const std::string &value = channel.value;
    const NumberJudgement judged =
        judgeNumber(value, channel.kind == ChannelKind::Text ? NumberUse::Texted : NumberUse::Dialled);
    if (judged.form == NumberForm::Unknown)
        findings.error("bad-number", at, "`" + value + "` is no number that can be dialled in the United States.",
                       "Read it again where it was found: ten digits, or a short code that is in use.");
    else if (judged.form == NumberForm::Unusual)
        findings.error("number-format", at, "`" + value + "` is not written as the other numbers are.",
                       "Write " + judged.asWritten + ".");
}

void checkValue(const ChannelSource &channel, Findings &findings)
{
    const std::string &value = channel.value.value;
    if (value.empty())
        return;
    if (isDialled(channel.value.kind) && !isNumber(value))
        findings.error("bad-number", channel.at, "`" + value + "` is not written as a number to dial.",
                       "Write Western digits and hyphens only: 1-888-373-7888.");
    else if (isDialled(channel.value.kind))
        checkPlan(channel.value, channel.at, findings);
    if (!isDialled(channel.value.kind) && !isAddress(channel.value.kind, value))
        findings.error("bad-address", channel.at, "`" + value + "` is no address.",
                       "Write it as people type it, without spaces.");
}

bool areHours(const std::string &hours)
{
    static const std::regex form("24/7|[0-2]?[0-9]:[0-5][0-9]-[0-2]?[0-9]:[0-5][0-9]"
                                 "(, [0-2]?[0-9]:[0-5][0-9]-[0-2]?[0-9]:[0-5][0-9])*");
    return std::regex_match(hours, form);
}

/// What is never translated: the hours in figures, and a word to send.
void checkLocked(const ChannelSource &channel, Findings &findings)
{
    const auto found = placeholdersOf(channel.value.hours);
    const auto count = std::count_if(found.begin(), found.end(), [](const auto &p) { return p.whole == "{hours}"; });
    if (!channel.hours.empty() && !areHours(channel.hours))
        findings.error("bad-hours", channel.hoursAt, "`" + channel.hours + "` is not written as hours.",
                       "Write `24/7` or ranges such as `8:00-17:00`; all words go into `hours_words`.");
    else if (channel.hours.empty() != channel.value.hours.empty() || (!channel.hours.empty() && count != 1))
        findings.error("hours-words", channel.hoursAt, "`hours` and `hours_words` do not belong together.",
                       "Write both, the words with {hours} once: `Day and night, {hours}`; or neither.");
    const bool isWord = std::all_of(channel.code.begin(), channel.code.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    // A relay operator is told a number, where a text line is sent a word.
    if (!isWord && judgeNumber(channel.code, NumberUse::Dialled).form != NumberForm::Good)
        findings.error("bad-value", channel.at, "`" + channel.code + "` is no word to send.",
                       "Write one word of A-Z, a-z and 0-9 in `code`.");
}

void checkDates(const ChannelSource &channel, content::Date today, Findings &findings)
{
    const content::Channel &value = channel.value;
    if (value.checkedOn == content::Date{} || value.expiresOn == content::Date{})
        return; // told already as missing or wrong
    checkNotAhead(value.checkedOn, today, channel.at, findings);
    if (value.recheckBy != content::Date{} && (value.recheckBy < value.checkedOn || value.recheckBy > value.expiresOn))
        findings.error("bad-recheck", channel.at, "`recheck_by` does not lie between `checked_on` and `expires_on`.",
                       "Write the day from which it shall be checked again, before it expires.");
    else if (value.recheckBy != content::Date{} && value.recheckBy <= today && value.expiresOn >= today)
        findings.warning("recheck-due", channel.at,
                         "The channel `" + value.id + "` is to be checked again since " +
                             content::formatDate(value.recheckBy) + ".",
                         "Check it again and write the new dates.");
    if (value.expiresOn < value.checkedOn)
        findings.error("expires-before-check", channel.at, "This channel expires before it was checked.",
                       "Correct `checked_on` or `expires_on`.");
    else if (value.expiresOn > value.checkedOn + longestTrust)
        findings.error("expires-too-late", channel.at, "A fact is trusted for 90 days at most after its check.",
                       "Write `expires_on: " + content::formatDate(value.checkedOn + longestTrust) + "` or earlier.");
    if (value.expiresOn < today)
        findings.warning("expired", channel.at,
                         "The channel `" + value.id + "` expired on " + content::formatDate(value.expiresOn) +
                             (value.core ? "; it is a core line and stays." : "; the kiosk hides it."),
                         "Check it again and write the new dates.");
}

void checkStanding(const ChannelSource &channel, const ContactSource &contact, Findings &findings)
{
    const content::Channel &value = channel.value;
    if (channel.mark == 'B' && value.status == ChannelStatus::Ok)
        findings.error("unverified-mark", channel.at, "A fact with mark B cannot have the status ok.",
                       "Write `status: unverified` until a person has tried it, then `mark: A`.");
    if (!value.core)
        return;
    // What a layer or site says of itself does not make it national.
    const bool national = !contact.value.local && partOf(contact.at).empty();
    if (!national || (value.kind != ChannelKind::Call && value.kind != ChannelKind::Tty))
        findings.error("core-not-national", channel.at, "Only a voice or TTY line of a national contact can be core.",
                       "Take `core` out: a core line is shown even when it has expired.");
    if (channel.mark != 'A' || value.status == ChannelStatus::Unverified)
        findings.error("core-unverified", channel.at, "A core line must be sure: mark A and status ok.",
                       "Take `core` out, or have a person try the line.");
}

/// Shown, read out and printed nowhere: nobody would notice when it dies.
void checkUse(const ChannelSource &channel, Findings &findings)
{
    const content::Channel &value = channel.value;
    if (!value.showPublic && !value.showPrivate && !value.printOk && value.status != ChannelStatus::Withdrawn)
        findings.warning("unused-channel", channel.at, "The channel `" + value.id + "` is shown and printed nowhere.",
                         "Say where it may be shown, or write `status: withdrawn`.");
}

void checkTags(const ChannelSource &channel, Findings &findings)
{
    for (const std::string &tag : channel.value.languageTags)
        if (!isLanguageTag(tag))
            findings.error("bad-language-tag", channel.at, "`" + tag + "` in `language_tags` is no language tag.",
                           "Write it as in BCP 47: `es`, `zh-Hans`.");
}

} // namespace

void checkNotAhead(content::Date day, content::Date today, const Place &at, Findings &findings)
{
    if (day <= today + std::chrono::days{1})
        return;
    const std::string what = "The day " + content::formatDate(day) + " has not come yet.";
    const std::string remedy = "Write the day it was done: with a day to come the kiosk hides what is still true.";
    if (day > today + farAhead)
        findings.error("date-in-future", at, what, remedy);
    else
        findings.warning("date-in-future", at, what, remedy);
}

void checkChannels(const Sources &sources, content::Date today, Findings &findings)
{
    for (const ContactSource &contact : sources.contacts) {
        if (!contact.value.local && !partOf(contact.at).empty())
            findings.error("core-not-national", contact.at, "A contact of a layer or site is not national.",
                           "Write `local: true`.");
        bool printed = false;
        for (const ChannelSource &channel : contact.channels) {
            checkValue(channel, findings);
            checkLocked(channel, findings);
            checkDates(channel, today, findings);
            checkStanding(channel, contact, findings);
            checkTags(channel, findings);
            checkUse(channel, findings);
            printed = printed || channel.value.printOk;
        }
        if (printed && contact.value.slipName.empty())
            findings.error("no-slip-name", contact.at, "This contact may stand on a slip, but has no `slip_name`.",
                           "Write a name that tells nothing to whoever finds the paper.");
    }
}

} // namespace porchlight::authoring
