// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/report_format.h"

#include "content/json.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>

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

Report ofFile(const Report &report, const std::string &file)
{
    Report some;
    std::copy_if(report.faults.begin(), report.faults.end(), std::back_inserter(some.faults),
                 [&](const Finding &finding) { return split(finding.where).file == file; });
    return some;
}

std::string countsJson(const Report &report)
{
    std::map<std::string, int> counts;
    for (const Finding &finding : report.faults)
        ++counts[finding.code];
    std::string json;
    for (const auto &[code, count] : counts)
        json += (json.empty() ? "" : ", ") + content::jsonText(code) + ": " + std::to_string(count);
    return "{" + json + "}";
}

} // namespace

std::string formatFindings(const Report &report, bool coloured)
{
    const std::string bold = coloured ? "\033[1m" : "";
    const std::string dim = coloured ? "\033[2m" : "";
    const std::string plain = coloured ? "\033[0m" : "";
    std::string text;
    std::string file;
    for (const Finding &finding : report.faults) {
        const std::string here = split(finding.where).file;
        if (here != file) // the report is sorted by file
            text += (text.empty() ? "" : "\n") + bold + here + plain + "  " + summaryOf(ofFile(report, here)) + "\n";
        file = here;
        const char *shade = finding.severity == Severity::Error ? "\033[1;31m" : "\033[1;33m";
        text += finding.where + ": " + (coloured ? shade : "") + nameOf(finding.severity) + ":" + plain + " " +
                finding.what + " " + finding.remedy + " " + dim + "[" + finding.code + "]" + plain + "\n";
    }
    return text;
}

std::string formatCodes(const Report &report)
{
    std::map<std::string, Report> byCode;
    std::size_t widest = 0;
    for (const Finding &finding : report.faults) {
        byCode[finding.code].faults.push_back(finding);
        widest = std::max(widest, finding.code.size());
    }
    std::string text;
    for (const auto &[code, findings] : byCode)
        text += "  " + code + std::string(widest + 2 - code.size(), ' ') + summaryOf(findings) + "\n";
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
                       ", \"warnings\": " + std::to_string(report.warnings()) + ", \"codes\": " + countsJson(report) +
                       ", \"faults\": [";
    const char *separator = "";
    for (const Finding &finding : report.faults) {
        const Where where = split(finding.where);
        json += separator;
        json += "\n  {\"severity\": " + content::jsonText(nameOf(finding.severity)) +
                ", \"code\": " + content::jsonText(finding.code) + ", \"file\": " + content::jsonText(where.file) +
                ", \"line\": " + where.line + ", \"what\": " + content::jsonText(finding.what) +
                ", \"remedy\": " + content::jsonText(finding.remedy) + "}";
        separator = ",";
    }
    return json + (report.faults.empty() ? "]}\n" : "\n]}\n");
}

} // namespace porchlight::authoring
