// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent_impl.h"

#include <array>
#include <string_view>

namespace porchlight::release {

namespace {

using SyncState = store::SyncReport::State;

struct Words {
    std::string_view code; ///< or how it begins
    const char *words;
};

/// For people who can look after the kiosk, but know nothing of how releases are made.
constexpr std::array wordsByCode{
    Words{"source-unreachable", "The place that updates come from could not be reached. The kiosk goes on showing what "
                                "it has, and asks again by itself."},
    Words{"source-stalled",
          "The line to the place that updates come from is too slow or broken. What has come is kept; "
          "the kiosk asks again by itself."},
    Words{"source-missing", "There is nothing at the place that updates should come from. Tell your administrator."},
    Words{"source-empty", "There are no updates at the place that they should come from. Tell your administrator."},
    Words{"source-",
          "What came from the place of the updates was not as it should be, and was not used. The kiosk goes "
          "on showing what it has. Tell your administrator."},
    Words{"signature-", "An update is not signed by the editors, and was not used. The kiosk goes on showing what it "
                        "has. Tell your administrator."},
    Words{"binding-wrong", "An update was made for other kiosks, and was not used. Tell your administrator."},
    Words{"site-", "An update was made for another place, and was not used. Tell your administrator."},
    Words{"sequence-older", "The update is older than what this kiosk has had, and was not used."},
    Words{"program-older", "The update needs a newer Porchlight on this kiosk. Tell your administrator."},
    Words{"space", "There is not enough room on this kiosk's disk for the update. Tell your administrator."},
    Words{"disk-full", "This kiosk's disk is full. Tell your administrator."},
    Words{"disk-", "This kiosk's disk has failed. Tell your administrator; it may have to be replaced."},
    Words{"root-unwritable", "This kiosk's disk can't be written to, so no update can come in. What it has is shown. "
                             "Tell your administrator."},
    Words{"facts-wrong", "An update was signed, but not made as updates of Porchlight are, and was not used. Tell the "
                         "editors."},
    Words{"file-", "An update was signed, but not made as updates of Porchlight are, and was not used. Tell the "
                   "editors."},
    Words{"ref-missing", "There are no updates for this kiosk at the place that they should come from. Tell your "
                         "administrator."},
    Words{"clock-wrong", "The clock of this kiosk is wrong by many years, so that no update can come in. Tell your "
                         "administrator."},
    Words{"keys-", "The keys of the editors are not in order on this kiosk. Tell your administrator."},
    Words{"withdrawals-",
          "The list of numbers that must no longer be shown could not be renewed. What was on it before "
          "stays. Tell your administrator."},
    Words{"check-", "An update did not pass its checks, and was not used. The kiosk goes on showing what it has. Tell "
                    "the editors."},
    Words{"release-damaged", "A part of what is shown was damaged on this kiosk's disk. It is fetched again with the "
                             "next update."},
    Words{"cancelled", "The update was stopped. What has come is kept."},
};

} // namespace

std::string wordsFor(const content::Fault &fault)
{
    for (const Words &words : wordsByCode)
        if (fault.code == words.code || (words.code.ends_with('-') && fault.code.starts_with(words.code)))
            return words.words;
    return fault.what;
}

void Agent::State::tell()
{
    const KnownRelease *current = known.find(known.current);
    report.release = known.current;
    report.sequence = current ? current->installed.sequence : 0;
    if (report.state != SyncState::Fetching)
        report.percent = 0;
    if (!options.run.empty())
        (void)store::writeReport(options.run, report); // nobody waits for it: what counts is in the state
}

void Agent::State::tellFetching(const Repository::Progress &progress)
{
    constexpr std::uint64_t whole = 100;
    const auto percent = static_cast<int>(
        progress.bytesExpected > 0 ? std::min(whole, progress.bytesDone * whole / progress.bytesExpected) : 0);
    if (report.state == SyncState::Fetching && report.percent == percent)
        return;
    report.state = SyncState::Fetching;
    report.percent = percent;
    report.code.clear();
    report.words = "An update comes in.";
    tell();
}

void Agent::State::tellShown()
{
    const KnownRelease *current = known.find(known.current);
    const bool trying = current && !current->drawn && !options.run.empty();
    report.state = trying ? SyncState::Trying : SyncState::Current;
    report.code.clear();
    if (!current)
        report.words = "The kiosk shows what came with its program.";
    else if (trying)
        report.words =
            "Release " + current->installed.version + " is there. The kiosk takes it when nobody is touching it.";
    else
        report.words = "The kiosk shows release " + current->installed.version + ". Nothing newer is known.";
    tell();
}

void Agent::State::tellFault(const content::Fault &fault)
{
    const bool waits = fault.code == "signatures-wanted";
    report.state = waits ? SyncState::Waiting : SyncState::Failed;
    report.code = waits ? std::string() : fault.code;
    report.words = waits ? "An update is there. It waits until enough of the editors have signed it." : wordsFor(fault);
    tell();
}

} // namespace porchlight::release
