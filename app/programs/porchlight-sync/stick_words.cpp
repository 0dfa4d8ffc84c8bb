// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/stick_words.h"

#include <string_view>

namespace porchlight::programs {

using store::StickReport;

namespace {

constexpr const char *pullOut = " You can pull the stick out.";
constexpr const char *notTaken = " Nothing was taken from it.";

struct Words {
    std::string_view code; ///< of a fault; one that ends in '-' stands for all that begin so
    StickReport::State state;
    const char *words;
};

constexpr auto nothing = StickReport::State::Nothing;
constexpr auto same = StickReport::State::Same;
constexpr auto refused = StickReport::State::Refused;

constexpr Words table[] = {
    {"source-empty", nothing, "There is no news for a kiosk on this stick."},
    {"source-missing", refused, "This stick can't be read. It must be formatted as FAT, exFAT or ext4."},
    {"source-link", refused, "This stick holds things that no stick with news has. It may be a trick."},
    {"source-too-many", refused, "This stick holds far more files than news ever has. It may be a trick."},
    {"source-unreadable", refused, "This stick can't be read to the end. Please write it again, or take another."},
    {"source-damaged", refused, "What is on this stick is damaged. Please write it again, or take another."},
    {"source-lacks", refused, "Part of the news is missing on this stick. Please write it again, to the end."},
    {"source-", refused, "This stick can't be read to the end. Please write it again, or take another."},
    {"signature-missing", refused, "Nobody has signed what is on this stick."},
    {"signature-unknown-key", refused, "What is on this stick was signed by somebody this kiosk does not know."},
    {"signature-revoked", refused, "What is on this stick was signed with a key that does not count any more."},
    {"signature-", refused, "The signature on this stick is not good. It was changed after it was signed."},
    {"signatures-wanted", refused, "What is on this stick still needs the signature of another editor."},
    {"sequence-older", same, "What is on this stick is older than what the kiosk shows."},
    {"site-other", refused, "The news on this stick is for another site."},
    {"ref-missing", refused, "The news on this stick is for another site."},
    {"site-unclear", refused,
     "This stick holds news for several sites, and nobody has told the kiosk where it stands."},
    {"binding-wrong", refused, "What is on this stick was made for other kiosks than this."},
    {"facts-wrong", refused, "What is on this stick was not made for a kiosk."},
    {"program-older", refused,
     "The news on this stick needs a newer program on the kiosk. Please tell whoever looks after it."},
    {"given-up", refused, "This kiosk has tried the news on this stick before and could not show it."},
    {"space", refused, "The kiosk's disk has no room for the news on this stick."},
    {"disk-full", refused, "The kiosk's disk has no room for the news on this stick."},
    {"disk-", refused, "The kiosk's own disk can't be written. Please tell whoever looks after it."},
    {"root-unwritable", refused, "The kiosk's own disk can't be written. Please tell whoever looks after it."},
    {"keys-", refused, "This kiosk has not been told whose signatures count. Please tell whoever looks after it."},
    {"agent-busy", refused,
     "The kiosk is busy with other news. Please pull the stick out and put it in again in ten minutes."},
    {"check-", refused, "The news on this stick was signed, but something in it is broken. Please tell the editors."},
    {"withdrawals-", refused, "The list of withdrawn numbers on this stick is not in order. Please tell the editors."},
};

bool matches(std::string_view pattern, const std::string &code)
{
    return pattern.ends_with('-') ? code.starts_with(pattern) : code == pattern;
}

std::string people(std::size_t count)
{
    return count == 1 ? "1 person" : std::to_string(count) + " people";
}

StickReport about(StickReport::State state, const std::optional<release::Installed> &installed)
{
    StickReport report;
    report.state = state;
    if (installed) {
        report.site = installed->site;
        report.sequence = installed->sequence;
    }
    return report;
}

} // namespace

StickReport readingStick()
{
    StickReport report;
    report.state = StickReport::State::Reading;
    report.words = "The stick is being read. Please leave it in.";
    return report;
}

StickReport stickTaken(const release::Pulled &pulled, const std::optional<release::Installed> &current)
{
    using What = release::Pulled::What;
    if (pulled.withdrawalsFault && pulled.what == What::Nothing)
        return stickRefused(*pulled.withdrawalsFault);
    StickReport report;
    if (pulled.what == What::Release && pulled.release) {
        report = about(StickReport::State::Applied, pulled.release);
        report.words = "This stick holds news " + std::to_string(report.sequence) + " for the site " + report.site +
                       ", signed by " + people(pulled.release->signers.size()) +
                       ". It has been taken in, and is shown as soon as nobody is using the kiosk.";
    } else if (pulled.what == What::WithdrawalsOnly) {
        report.state = StickReport::State::Applied;
        report.words = "This stick holds a new list of numbers that must not be shown any more. It has been taken in.";
    } else {
        report = about(StickReport::State::Same, current);
        report.words = "This stick holds what the kiosk has already.";
    }
    if (pulled.withdrawalsFault) {
        report.code = pulled.withdrawalsFault->code;
        report.words += " The list of withdrawn numbers on it was not taken: it is not in order.";
    }
    report.words += pullOut;
    return report;
}

StickReport stickRefused(const content::Fault &fault)
{
    StickReport report;
    report.state = refused;
    report.words = "Something is wrong with this stick: " + fault.what;
    for (const Words &row : table) {
        if (matches(row.code, fault.code)) {
            report.state = row.state;
            report.words = row.words;
            break;
        }
    }
    if (report.state == refused)
        report.code = fault.code;
    report.words += report.state == refused ? notTaken : "";
    report.words += fault.code == "agent-busy" ? "" : pullOut;
    return report;
}

StickReport stickPulledOutTooSoon()
{
    StickReport report;
    report.words =
        "The stick was pulled out before it was read to the end. Nothing is lost: put it in again, and it goes on.";
    return report;
}

} // namespace porchlight::programs
