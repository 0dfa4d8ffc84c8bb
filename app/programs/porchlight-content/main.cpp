// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/arguments.h"

#include "authoring/check.h"
#include "authoring/report_format.h"

#include <iostream>

#include <unistd.h>

using namespace porchlight;

namespace {

constexpr int faultsFound = 1;
constexpr int wrongUsage = 2;

int tell(const authoring::Report &report, bool json)
{
    if (json)
        std::cout << authoring::reportJson(report);
    else
        std::cout << authoring::formatFindings(report, isatty(STDOUT_FILENO) != 0) << authoring::summaryOf(report)
                  << '\n';
    return report.ok() ? 0 : faultsFound;
}

int tellStats(const programs::Arguments &arguments)
{
    authoring::Stats stats;
    const authoring::Report report = authoring::stats(arguments.content, stats);
    std::cerr << authoring::formatFindings(report, isatty(STDERR_FILENO) != 0);
    std::cout << (arguments.json ? authoring::statsJson(stats) : authoring::formatStats(stats));
    return report.ok() ? 0 : faultsFound;
}

int run(const programs::Arguments &arguments)
{
    switch (arguments.verb) {
    case programs::Verb::Check:
        return tell(authoring::check(arguments.content, arguments.site, arguments.options), arguments.json);
    case programs::Verb::Build:
        return tell(authoring::build(arguments.content, arguments.site, arguments.output, arguments.options),
                    arguments.json);
    case programs::Verb::Extract:
        return tell(authoring::extract(arguments.content, arguments.output), arguments.json);
    case programs::Verb::Stats:
        return tellStats(arguments);
    case programs::Verb::Version:
        std::cout << "porchlight-content " PORCHLIGHT_VERSION "\n";
        return 0;
    case programs::Verb::Help:
        break;
    }
    std::cout << programs::helpText;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    std::string complaint;
    const auto arguments = programs::parseArguments({argv + 1, argv + argc}, complaint);
    if (!arguments) {
        std::cerr << "porchlight-content: " << complaint << " Try porchlight-content --help.\n";
        return wrongUsage;
    }
    return run(*arguments);
}
