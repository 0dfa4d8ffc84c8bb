// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent.h"

#include "release/verified_release.h"

namespace porchlight::release {

struct Agent::State {};

namespace {
content::Fault notBuilt(const char *where)
{
    return {"agent-busy", where, "Not built yet.", ""};
}
} // namespace

Agent::Agent(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Agent::Agent(Agent &&) noexcept = default;
Agent &Agent::operator=(Agent &&) noexcept = default;
Agent::~Agent() = default;
content::Result<Agent> Agent::open(const AgentOptions &, const content::Clock &)
{
    return notBuilt("open");
}
content::Result<Pulled> Agent::pull(const Source &, const std::function<bool(const Repository::Progress &)> &)
{
    return notBuilt("pull");
}
content::Result<Pulled> Agent::pullFromFirst(const std::vector<std::string> &,
                                             const std::function<bool(const Repository::Progress &)> &)
{
    return notBuilt("pull");
}
content::Result<Installed> Agent::rollback()
{
    return notBuilt("rollback");
}
content::Outcome Agent::tend()
{
    return notBuilt("tend");
}
AgentStatus Agent::status() const
{
    return {};
}
content::Result<AgentStatus> Agent::look(const AgentOptions &)
{
    return notBuilt("look");
}

} // namespace porchlight::release
