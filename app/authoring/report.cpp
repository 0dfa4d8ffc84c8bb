// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/report.h"

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <utility>

namespace porchlight::authoring {

namespace {

std::size_t count(const Report &report, Severity severity)
{
    return static_cast<std::size_t>(std::count_if(report.faults.begin(), report.faults.end(),
                                                  [&](const Finding &f) { return f.severity == severity; }));
}

} // namespace

std::size_t Report::errors() const
{
    return count(*this, Severity::Error);
}

std::size_t Report::warnings() const
{
    return count(*this, Severity::Warning);
}

Findings::Findings(std::string root) : m_root(std::move(root))
{
    while (m_root.size() > 1 && m_root.back() == '/')
        m_root.pop_back();
}

void Findings::error(std::string code, const Place &at, std::string what, std::string remedy)
{
    add(Severity::Error, std::move(code), at, std::move(what), std::move(remedy));
}

void Findings::warning(std::string code, const Place &at, std::string what, std::string remedy)
{
    add(Severity::Warning, std::move(code), at, std::move(what), std::move(remedy));
}

void Findings::add(Severity severity, std::string code, const Place &at, std::string what, std::string remedy)
{
    std::string where = at.file.empty() ? m_root : m_root + "/" + at.file;
    if (at.file.starts_with("../")) // what lies beside the content folder
        where = std::filesystem::path(where).lexically_normal().string();
    if (at.line > 0)
        where += ":" + std::to_string(at.line);
    Finding finding{{std::move(code), std::move(where), std::move(what), std::move(remedy)}, severity};
    m_entries.push_back({at, std::move(finding)});
}

void Findings::add(const Findings &others)
{
    m_entries.insert(m_entries.end(), others.m_entries.begin(), others.m_entries.end());
}

bool Findings::hasErrors() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry &entry) { return entry.finding.severity == Severity::Error; });
}

Report Findings::report() const
{
    const auto key = [](const Entry &e) {
        return std::tie(e.at.file, e.at.line, e.finding.severity, e.finding.code, e.finding.what);
    };
    std::vector<Entry> sorted = m_entries;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Entry &a, const Entry &b) { return key(a) < key(b); });
    sorted.erase(
        std::unique(sorted.begin(), sorted.end(), [&](const Entry &a, const Entry &b) { return key(a) == key(b); }),
        sorted.end());
    Report report;
    for (Entry &entry : sorted)
        report.faults.push_back(std::move(entry.finding));
    return report;
}

} // namespace porchlight::authoring
