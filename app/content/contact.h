// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"

#include <optional>
#include <string>
#include <vector>

namespace porchlight::content {

enum class ChannelKind { Call, Text, Tty, Chat, Web, Email };
enum class ChannelStatus { Ok, Unverified, Withdrawn };
enum class CheckMethod { Dialled, Page, Letter };

/// What a caller can expect of whoever answers.
enum class TrustClass {
    T1,        ///< confidential NGO, talk first
    T2,        ///< confidential, paid by the government, may share tips
    T3,        ///< government office, not police: takes a report
    T4,        ///< police or emergency
    Unclassed, ///< nobody has settled it: no claim is made
};

/// One way to reach a contact. Fails closed: what is expired, unverified or withdrawn is not shown.
struct Channel {
    std::string id; ///< stable: "hotline.call"
    ChannelKind kind = ChannelKind::Call;
    std::string value;       ///< as people dial or type it: "1-888-373-7888"; always Western digits, left to right
    std::string instruction; ///< "Send the word HELP to 233733." in the visitor's language; may be empty
    std::vector<std::string> languageTags; ///< BCP 47 tags that are answered without an interpreter
    bool interpreters = false;             ///< other languages through interpreters
    std::string hours;                     ///< "Day and night, 24/7", in the visitor's language
    std::string hoursEnglish;              ///< for paper, where the language is not English; else empty
    std::string instructionEnglish;        ///< the same of `instruction`
    std::string sourceUrl;                 ///< where the fact was read
    Date checkedOn{};
    std::string checkedBy;
    CheckMethod method = CheckMethod::Page;
    Date recheckBy{}; ///< the day from which staff shall check it again
    Date expiresOn{}; ///< last day it may be shown; at most 90 days after checkedOn
    ChannelStatus status = ChannelStatus::Unverified;
    bool core = false;        ///< a national voice line: stays when expired, staff are told
    bool showPublic = false;  ///< may stand on a screen others can see
    bool showPrivate = false; ///< may stand behind a tap, or be spoken privately
    bool printOk = false;     ///< may stand on a slip
};

struct Contact {
    std::string id;                   ///< "hotline"
    std::string name;                 ///< in the visitor's language
    std::string slipName;             ///< on paper, where no topic word may stand: "Free help line, day and night"
    std::string forWhat;              ///< "Someone to talk to about ..."
    std::string answers;              ///< who answers: "A nonprofit runs this line. ..."
    std::string cost;                 ///< "The call is free." or empty where no source says so
    std::string languages;            ///< in which languages, in words
    std::string tellsAuthoritiesWhen; ///< what is kept private and when they must tell
    std::string answersEnglish;  ///< the English beside `answers` while nobody has approved its translation; else empty
    std::string tellsEnglish;    ///< the same of `tellsAuthoritiesWhen`
    std::string slipNameEnglish; ///< for paper, where the language is not English; else empty
    std::string costEnglish;     ///< the same of `cost`
    std::string languagesEnglish; ///< the same of `languages`
    TrustClass trust = TrustClass::T4;
    bool ordinary = false;         ///< everyday information (2-1-1): says nothing about whoever carries it on a slip
    bool local = false;            ///< belongs to a site or state; hidden when expired
    std::vector<Channel> channels; ///< those that may be shown, in order of use
};

/// Until a site's go-live list is done it runs as a demonstration.
enum class Mode { Demonstration, Live };

/// May this channel be shown on this day? `today` is max(clock, newest signed date).
bool isShown(const Channel &channel, Mode mode, Date today);
/// Is it past its day? True also where isShown keeps it because it is core: staff must know.
bool isExpired(const Channel &channel, Date today);

/// Why staff shall look at a line.
enum class CheckReason {
    Expired,    ///< past its last day
    Unverified, ///< nobody has tried it yet
    RecheckDue, ///< the day to check it again has come
};
/// Nothing where there is nothing to do: it is fresh, or withdrawn for ever.
std::optional<CheckReason> whyCheck(const Channel &channel, Date today);

/// A line that staff shall check.
struct LineToCheck {
    std::string channelId; ///< "hotline.call"
    CheckReason reason = CheckReason::Expired;
    bool stillShown = false; ///< a core line stays when it has expired
};

} // namespace porchlight::content
