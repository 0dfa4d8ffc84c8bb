// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/pulling.h"

#include "content/clock.h"
#include "programs/porchlight-sync/exit_status.h"

#include <atomic>
#include <cmath>
#include <csignal>
#include <iostream>

#include <unistd.h>

namespace porchlight::programs {

namespace {

std::atomic<bool> ended = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void onEnd(int)
{
    ended = true;
}

/// One line that changes and goes, on a terminal; nothing elsewhere.
class ProgressLine {
public:
    ~ProgressLine()
    {
        if (m_shown)
            std::cerr << "\r\033[K" << std::flush;
    }
    void show(const release::Repository::Progress &progress)
    {
        if (!m_terminal || progress.bytesDone / step == m_last)
            return;
        m_last = progress.bytesDone / step;
        m_shown = true;
        std::cerr << "\r\033[K" << megabytes(progress.bytesDone);
        if (progress.bytesExpected > 0)
            std::cerr << " of " << megabytes(progress.bytesExpected);
        std::cerr << " MB" << std::flush;
    }

private:
    static constexpr std::uint64_t step = 100'000;
    static double megabytes(std::uint64_t bytes) { return std::floor(static_cast<double>(bytes) / step) / 10; }
    bool m_terminal = isatty(STDERR_FILENO) != 0;
    bool m_shown = false;
    std::uint64_t m_last = ~0ULL;
};

} // namespace

content::Result<release::Pulled> pullFrom(release::Agent &agent, const std::vector<std::string> &sources,
                                          const std::function<bool()> &goOn)
{
    ProgressLine line;
    return agent.pullFromFirst(sources, [&](const release::Repository::Progress &progress) {
        line.show(progress);
        return goOn();
    });
}

int runPull(const release::AgentOptions &options, const std::vector<std::string> &sources)
{
    std::signal(SIGTERM, onEnd);
    std::signal(SIGINT, onEnd);
    const content::BootClock clock;
    auto agent = release::Agent::open(options, clock);
    if (!agent)
        return tellFault(agent.fault());
    const auto pulled = pullFrom(*agent, sources, [] { return !ended; });
    if (!pulled)
        return tellFault(pulled.fault());
    std::cout << pulled->words << '\n';
    return pulled->withdrawalsFault ? tellFault(*pulled->withdrawalsFault) : static_cast<int>(Done);
}

} // namespace porchlight::programs
