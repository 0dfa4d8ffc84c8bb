// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/clock.h"
#include "programs/porchlight-sync/arguments.h"
#include "programs/porchlight-sync/exit_status.h"
#include "programs/porchlight-sync/pulling.h"
#include "programs/porchlight-sync/status_text.h"
#include "programs/porchlight-sync/stick.h"
#include "programs/porchlight-sync/watch.h"
#include "release/staged_checks.h"

#include <csignal>
#include <iostream>

#include <sys/stat.h>

using namespace porchlight;

int programs::tellFault(const content::Fault &fault)
{
    std::cerr << "porchlight-sync: " << fault.describe() << '\n';
    if (fault.code == "signatures-wanted")
        return WantsSignatures;
    return fault.code == "agent-busy" ? Busy : FaultFound;
}

namespace {

int tellStatus(const programs::Arguments &arguments)
{
    const auto status = release::Agent::look(arguments.agent);
    if (!status)
        return programs::tellFault(status.fault());
    std::cout << (arguments.json ? programs::statusJson(*status) : programs::statusText(*status));
    return programs::Done;
}

int rollBack(const programs::Arguments &arguments)
{
    const content::BootClock clock;
    auto agent = release::Agent::open(arguments.agent, clock);
    if (!agent)
        return programs::tellFault(agent.fault());
    const auto back = agent->rollback();
    if (!back)
        return programs::tellFault(back.fault());
    std::cout << "Release " << back->version << " is shown again.\n";
    return programs::Done;
}

int listChecks()
{
    for (const release::NamedCheck &check : release::namedChecks())
        std::cout << check.name << ": " << check.says << '\n';
    return programs::Done;
}

int run(const programs::Arguments &arguments)
{
    switch (arguments.verb) {
    case programs::Verb::Pull:
        return programs::runPull(arguments.agent, arguments.from);
    case programs::Verb::Status:
        return tellStatus(arguments);
    case programs::Verb::Rollback:
        return rollBack(arguments);
    case programs::Verb::Watch:
        return programs::runWatch(arguments.agent, arguments.from, arguments.every);
    case programs::Verb::Stick:
        return arguments.gone ? programs::stickIsGone(arguments.agent)
                              : programs::runStick(arguments.agent, arguments.stick);
    case programs::Verb::ListChecks:
        return listChecks();
    case programs::Verb::Version:
        std::cout << "porchlight-sync " PORCHLIGHT_VERSION "\n";
        return programs::Done;
    case programs::Verb::Help:
        break;
    }
    std::cout << programs::helpText;
    return programs::Done;
}

} // namespace

int main(int argc, char **argv)
{
    constexpr mode_t othersMayRead = 022; // the kiosk is another user
    umask(othersMayRead);
    std::signal(SIGPIPE, SIG_IGN);
    std::string complaint;
    const auto arguments = programs::parseArguments({argv + 1, argv + argc}, complaint);
    if (!arguments) {
        std::cerr << "porchlight-sync: " << complaint << " Try porchlight-sync --help.\n";
        return programs::WrongUsage;
    }
    return run(*arguments);
}
