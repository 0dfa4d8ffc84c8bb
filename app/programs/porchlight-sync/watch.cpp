// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/watch.h"

#include "content/clock.h"
#include "programs/porchlight-sync/exit_status.h"
#include "programs/porchlight-sync/pulling.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <random>

namespace porchlight::programs {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds look{5'000};
constexpr milliseconds firstRetry{60'000};

/// SIGTERM and SIGINT are blocked from the start; here they are waited for.
class Ending {
public:
    Ending()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }
    /// True when it is time to end.
    bool waitFor(milliseconds time)
    {
        const timespec wait{static_cast<time_t>(time.count() / 1000),
                            static_cast<long>(time.count() % 1000) * 1'000'000};
        int got = 0;
        do
            got = sigtimedwait(&m_signals, nullptr, &wait);
        while (got < 0 && errno == EINTR);
        m_ended = m_ended || got > 0;
        return m_ended;
    }
    [[nodiscard]] bool ended() { return m_ended || waitFor(milliseconds{0}); }

private:
    sigset_t m_signals{};
    bool m_ended = false;
};

/// A part of it by chance, so that a thousand kiosks that got their power back together do not ask together.
milliseconds partOf(milliseconds whole)
{
    std::random_device chance;
    return milliseconds(std::uniform_int_distribution<std::int64_t>(0, whole.count())(chance));
}

/// When to ask again. Where the source could not be reached: soon, then ever later.
class Plan {
public:
    Plan(const content::Clock &clock, milliseconds every) : m_clock(clock), m_every(every)
    {
        m_next = clock.now() + partOf(every);
    }
    [[nodiscard]] bool due() const { return m_clock.now() >= m_next; }
    [[nodiscard]] milliseconds untilDue() const { return std::max(milliseconds{0}, m_next - m_clock.now()); }
    void asked(const content::Result<release::Pulled> &pulled)
    {
        const bool again = !pulled && (pulled.fault().code.starts_with("source-") ||
                                       pulled.fault().code == "agent-busy" || pulled.fault().code == "cancelled");
        if (!again) {
            m_retry = firstRetry;
            m_next = m_clock.now() + m_every;
            return;
        }
        m_next = m_clock.now() + std::min(m_every, m_retry / 2 + partOf(m_retry));
        m_retry = std::min(m_retry * 2, m_every);
    }

private:
    const content::Clock &m_clock;
    milliseconds m_every;
    milliseconds m_retry = firstRetry;
    milliseconds m_next{};
};

/// The lock is held for one step only: a stick may come in between.
content::Result<release::Pulled> pullOnce(const release::AgentOptions &options, const content::Clock &clock,
                                          const std::vector<std::string> &sources, Ending &ending)
{
    auto agent = release::Agent::open(options, clock);
    if (!agent)
        return agent.fault();
    return pullFrom(*agent, sources, [&] { return !ending.ended(); });
}

void tendOnce(const release::AgentOptions &options, const content::Clock &clock, std::string &lastSaid)
{
    auto agent = release::Agent::open(options, clock);
    const content::Outcome tended = agent ? agent->tend() : content::Outcome{agent.fault()};
    const std::string said = tended ? std::string() : tended.fault().code;
    if (!tended && said != "agent-busy" && said != lastSaid) // not the same line every five seconds
        tellFault(tended.fault());
    lastSaid = said;
}

} // namespace

int runWatch(const release::AgentOptions &options, const std::vector<std::string> &sources, milliseconds every)
{
    Ending ending;
    const content::BootClock clock;
    Plan plan(clock, every);
    std::string lastSaid;
    while (!ending.ended()) {
        tendOnce(options, clock, lastSaid);
        if (!sources.empty() && plan.due()) {
            const auto pulled = pullOnce(options, clock, sources, ending);
            plan.asked(pulled);
            if (!pulled)
                tellFault(pulled.fault());
            else
                std::cout << pulled->words << std::endl; // the journal wants it now
            if (pulled && pulled->withdrawalsFault)
                tellFault(*pulled->withdrawalsFault);
        }
        if (ending.waitFor(sources.empty() ? look : std::min(look, plan.untilDue())))
            break;
    }
    return Done;
}

} // namespace porchlight::programs
