// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/arguments.h"

#include "authoring/check.h"
#include "authoring/check_names.h"
#include "authoring/hsds_import.h"
#include "authoring/narration/narrate.h"
#include "authoring/narration/script.h"
#include "authoring/narration/takes.h"
#include "authoring/report_format.h"
#include "programs/porchlight-content/progress.h"
#include "programs/porchlight-content/releases.h"

#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>

#include <unistd.h>

using namespace porchlight;

namespace {

constexpr int faultsFound = 1;
constexpr int wrongUsage = 2;
constexpr int withoutSite = 3;

bool coloured(int descriptor)
{
    const char *off = std::getenv("NO_COLOR"); // https://no-color.org
    return isatty(descriptor) != 0 && (!off || *off == '\0');
}

int tell(const authoring::Report &whole, const programs::Arguments &arguments)
{
    const authoring::Report report = arguments.only.empty() ? whole : authoring::onlyThese(whole, arguments.only);
    if (arguments.json)
        std::cout << authoring::reportJson(report);
    else
        std::cout << authoring::formatFindings(report, coloured(STDOUT_FILENO)) << (report.faults.empty() ? "" : "\n")
                  << authoring::formatCodes(report) << authoring::summaryOf(report) << '\n';
    if (whole.builtWithoutSite)
        std::cerr << "Built, without its site: mend the errors above and build again.\n";
    return whole.builtWithoutSite ? withoutSite : report.ok() ? 0 : faultsFound;
}

authoring::Report checkOrBuild(const programs::Arguments &arguments)
{
    programs::Progress progress(arguments.progress);
    authoring::Options options = arguments.options;
    options.progress = [&](const char *step) { progress.show(step); };
    if (arguments.verb == programs::Verb::Build)
        return authoring::build(arguments.content, arguments.site, arguments.output, options);
    return authoring::check(arguments.content, arguments.site, options);
}

int tellImport(const programs::Arguments &arguments)
{
    const authoring::Import import =
        authoring::importHsds(arguments.content, arguments.into, arguments.list, arguments.options);
    if (arguments.json) {
        std::cout << authoring::importJson(import);
        return import.report.ok() ? 0 : faultsFound;
    }
    for (const std::string &file : import.written)
        std::cout << (arguments.content / file).string() << '\n';
    return tell(import.report, arguments);
}

int tellStats(const programs::Arguments &arguments)
{
    authoring::Stats stats;
    const authoring::Report report = authoring::stats(arguments.content, stats);
    std::cerr << authoring::formatFindings(report, coloured(STDERR_FILENO));
    std::cout << (arguments.json ? authoring::statsJson(stats) : authoring::formatStats(stats));
    return report.ok() ? 0 : faultsFound;
}

int tellNarration(const programs::Arguments &arguments)
{
    const auto begin = std::chrono::steady_clock::now();
    programs::Progress progress(arguments.progress);
    authoring::Options options = arguments.options;
    options.progress = [&](const char *step) { progress.show(step); };
    const authoring::Narration narration =
        authoring::narrate(arguments.content, arguments.site, arguments.cache, arguments.languages, options);
    progress.show("done");
    if (!arguments.json) {
        std::cout << std::fixed << std::setprecision(1);
        for (const authoring::Narrated &one : narration.languages) {
            std::cout << std::left << std::setw(9) << one.tag;
            if (one.voiced)
                std::cout << one.made << " made, " << one.kept << " kept, " << one.recorded << " recorded, "
                          << one.seconds << " s  (" << one.voice << ")\n";
            else
                std::cout << one.recorded << " recorded, no voice: " << one.voice << '\n';
        }
        const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
        std::cout << "In " << whole.count() << " s.\n";
    }
    return tell(narration.report, arguments);
}

int tellTakes(const programs::Arguments &arguments)
{
    const authoring::Taken taken = authoring::takeRecordings(arguments.takes, arguments.script, arguments.into);
    if (!arguments.json)
        std::cout << taken.clips << " recordings brought in.\n";
    return tell(taken.report, arguments);
}

int tellPreview(const programs::Arguments &arguments)
{
    const std::string wrong = programs::previewSlip(arguments.preview, arguments.output);
    if (!wrong.empty())
        std::cerr << "porchlight-content: " << wrong << '\n';
    return wrong.empty() ? 0 : faultsFound;
}

int run(const programs::Arguments &arguments)
{
    switch (arguments.verb) {
    case programs::Verb::Check:
    case programs::Verb::Build:
        return tell(checkOrBuild(arguments), arguments);
    case programs::Verb::ListChecks:
        std::cout << (arguments.json ? authoring::checkNamesJson() : authoring::formatCheckNames());
        return 0;
    case programs::Verb::Extract:
        return tell(authoring::extract(arguments.content, arguments.output), arguments);
    case programs::Verb::Import:
        return tellImport(arguments);
    case programs::Verb::Stats:
        return tellStats(arguments);
    case programs::Verb::Narrate:
        return tellNarration(arguments);
    case programs::Verb::Script:
        return tell(authoring::writeScript(arguments.content, arguments.site, arguments.scriptTag, arguments.output,
                                           arguments.options),
                    arguments);
    case programs::Verb::Take:
        return tellTakes(arguments);
    case programs::Verb::Preview:
        return tellPreview(arguments);
    case programs::Verb::Version:
        std::cout << "porchlight-content " PORCHLIGHT_VERSION "\n";
        return 0;
    case programs::Verb::Help:
        break;
    }
    std::cout << programs::helpText << programs::releasesHelp;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto status = programs::releases({argv + 1, argv + argc}))
        return *status;
    std::string complaint;
    const auto arguments = programs::parseArguments({argv + 1, argv + argc}, complaint);
    if (!arguments) {
        std::cerr << "porchlight-content: " << complaint << " Try porchlight-content --help.\n";
        return wrongUsage;
    }
    return run(*arguments);
}
