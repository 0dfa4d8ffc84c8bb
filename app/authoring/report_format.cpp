// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/report_format.h"

#include "authoring/json.h"

#include <algorithm>
#include <cctype>

namespace porchlight::authoring {

namespace {

const char *nameOf(Severity severity)
{
    return severity == Severity::Error ? "error" : "warning";
}

std::string counted(std::size_t count, const std::string &what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

struct Where {
    std::string file;
    std::string line = "0";
};

Where split(const std::string &where)
{
    const auto colon = where.rfind(':');
    if (colon == std::string::npos || colon + 1 == where.size() ||
        !std::all_of(where.begin() + static_cast<std::ptrdiff_t>(colon) + 1, where.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; }))
        return {where};
    return {where.substr(0, colon), where.substr(colon + 1)};
}

} // namespace

std::string formatFindings(const Report &report, bool coloured)
{
    const std::string bold = coloured ? "\033[1m" : "";
    const std::string dim = coloured ? "\033[2m" : "";
    const std::string plain = coloured ? "\033[0m" : "";
    std::string text;
    for (const Finding &finding : report.faults) {
        const char *shade = finding.severity == Severity::Error ? "\033[1;31m" : "\033[1;33m";
        text += bold + finding.where + ":" + plain + " " + (coloured ? shade : "") + nameOf(finding.severity) + ":" +
                plain + " " + finding.what + " " + finding.remedy + " " + dim + "[" + finding.code + "]" + plain + "\n";
    }
    return text;
}

std::string summaryOf(const Report &report)
{
    if (report.faults.empty())
        return "No faults.";
    return counted(report.errors(), "error") + ", " + counted(report.warnings(), "warning") + ".";
}

std::string reportJson(const Report &report)
{
    std::string json = "{\"errors\": " + std::to_string(report.errors()) +
                       ", \"warnings\": " + std::to_string(report.warnings()) + ", \"faults\": [";
    const char *separator = "";
    for (const Finding &finding : report.faults) {
        const Where where = split(finding.where);
        json += separator;
        json += "\n  {\"severity\": " + jsonText(nameOf(finding.severity)) + ", \"code\": " + jsonText(finding.code) +
                ", \"file\": " + jsonText(where.file) + ", \"line\": " + where.line +
                ", \"what\": " + jsonText(finding.what) + ", \"remedy\": " + jsonText(finding.remedy) + "}";
        separator = ",";
    }
    return json + (report.faults.empty() ? "]}\n" : "\n]}\n");
}

} // namespace porchlight::authoring
