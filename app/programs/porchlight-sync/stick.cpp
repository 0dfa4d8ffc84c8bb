// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/stick.h"

#include "content/clock.h"
#include "programs/porchlight-sync/exit_status.h"
#include "programs/porchlight-sync/stick_words.h"
#include "release/source.h"

#include <iostream>
#include <thread>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace porchlight::programs {

namespace {

using release::Agent;
using store::StickReport;
namespace fs = std::filesystem;

/// A release may have 200,000 files; a stick holds one for each site, and most files are the same in all.
constexpr release::FolderLimits stickLimits{250'000, 8};
constexpr std::chrono::seconds longestWait{120}; // for whoever else is at work here: a look over the line is stopped

/// The stick that was there at the beginning, and whether it still is: its files may be in memory when it is not.
class Presence {
public:
    explicit Presence(fs::path mountPoint) : m_mountPoint(std::move(mountPoint)), m_device(device()) {}
    [[nodiscard]] bool isThere() const
    {
        if (!m_device || device() != m_device)
            return false;
        const bool ofMemory = major(*m_device) == 0;
        std::error_code ignored;
        return ofMemory ||
               fs::exists("/sys/dev/block/" + std::to_string(major(*m_device)) + ':' + std::to_string(minor(*m_device)),
                          ignored);
    }
    [[nodiscard]] bool wasThere() const { return m_device.has_value(); }
    /// Reading fails a moment before the system has noticed why.
    [[nodiscard]] bool isGoneSoon() const
    {
        constexpr int looks = 20;
        constexpr std::chrono::milliseconds between{100};
        for (int i = 0; i < looks && isThere(); ++i)
            std::this_thread::sleep_for(between);
        return !isThere();
    }

private:
    [[nodiscard]] std::optional<dev_t> device() const
    {
        struct stat found {};
        if (stat(m_mountPoint.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
            return std::nullopt;
        return found.st_dev;
    }

    fs::path m_mountPoint;
    std::optional<dev_t> m_device;
};

void tell(const release::AgentOptions &options, const StickReport &report)
{
    if (options.run.empty())
        return;
    if (const auto written = store::writeReport(options.run, report); !written)
        tellFault(written.fault());
}

/// Another part of the same stick may have said something; that this part is empty is no news then.
void tellLast(const release::AgentOptions &options, const StickReport &report)
{
    std::cout << report.words << std::endl; // the journal wants it now
    const auto before = store::readStickReport(options.run);
    const bool other = before && before->state != StickReport::State::None &&
                       before->state != StickReport::State::Nothing && before->state != StickReport::State::Reading;
    if (report.state != StickReport::State::Nothing || !other)
        tell(options, report);
}

content::Result<Agent> openInTurn(const release::AgentOptions &options, const content::Clock &clock)
{
    constexpr std::chrono::milliseconds again{200};
    const auto until = clock.now() + longestWait;
    while (true) {
        auto agent = Agent::open(options, clock);
        if (agent || agent.fault().code != "agent-busy" || clock.now() >= until)
            return agent;
        std::this_thread::sleep_for(again);
    }
}

struct Read {
    StickReport report;
    std::optional<content::Fault> fault;
};

Read read(const release::AgentOptions &options, const fs::path &mountPoint)
{
    const auto source = release::openSource(mountPoint.string(), stickLimits);
    if (!source)
        return {stickRefused(source.fault()), source.fault()};
    const content::BootClock clock;
    auto agent = openInTurn(options, clock);
    if (!agent)
        return {stickRefused(agent.fault()), agent.fault()};
    const auto pulled = agent->pull(*source, [](const release::Repository::Progress &) { return true; });
    if (!pulled) {
        content::Fault fault = pulled.fault();
        if (fault.code == "disk-failed" && fault.where.starts_with(mountPoint.string()))
            fault.code = "source-unreadable"; // the disk that failed is the stick
        return {stickRefused(fault), fault};
    }
    return {stickTaken(*pulled, agent->status().current), pulled->withdrawalsFault};
}

/// Looking through a stick takes its time; one that has nothing is not worth a word that it is being read.
bool mayHoldNews(const fs::path &mountPoint)
{
    std::error_code ignored;
    return fs::exists(fs::symlink_status(mountPoint / ".ostree", ignored)) ||
           fs::exists(fs::symlink_status(mountPoint / "porchlight", ignored)) ||
           fs::exists(fs::symlink_status(mountPoint / "objects", ignored));
}

} // namespace

int runStick(const release::AgentOptions &options, const std::filesystem::path &mountPoint)
{
    // No signal is caught: when the stick goes, the unit ends this at once, even where it hangs in reading. The agent
    // can be ended anywhere, and stickIsGone() says the last word.
    const Presence presence(mountPoint);
    if (mayHoldNews(mountPoint))
        tell(options, readingStick());
    const Read done = read(options, mountPoint);
    const bool cut = done.fault && done.fault->code.starts_with("source-") && presence.wasThere();
    if (cut && (done.fault->code == "source-unreachable" || presence.isGoneSoon())) {
        tellLast(options, stickPulledOutTooSoon());
        return FaultFound;
    }
    tellLast(options, done.report);
    const bool nothingToDo =
        done.report.state == StickReport::State::Nothing || done.report.state == StickReport::State::Same;
    return done.fault && !nothingToDo ? tellFault(*done.fault) : static_cast<int>(Done);
}

int stickIsGone(const release::AgentOptions &options)
{
    const auto before = store::readStickReport(options.run);
    if (before && before->state == StickReport::State::Reading)
        tell(options, stickPulledOutTooSoon());
    else if (before && before->state != StickReport::State::None)
        tell(options, StickReport{});
    return Done;
}

} // namespace porchlight::programs
