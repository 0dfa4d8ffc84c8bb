// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check.h"
#include "authoring/loaders.h"
#include "authoring/po_file.h"

#include <map>

namespace porchlight::authoring {

Report extract(const std::filesystem::path &content, const std::filesystem::path &pot)
{
    FindingsByPart found;
    const Sources sources = loadEnglish(content, found);
    Findings findings(content.string());
    for (const auto &[part, others] : found)
        findings.add(others);
    Report report = findings.report();
    if (!report.ok())
        return report;

    std::vector<PotEntry> entries;
    std::map<Translation::Key, std::size_t> known;
    for (const Text &text : sources.texts) {
        const auto [it, isNew] = known.try_emplace({text.context, text.english}, entries.size());
        if (isNew)
            entries.push_back({text.context, text.english, text.note, {}});
        if (isNew && text.longest > 0)
            entries.back().note += "\nAt most " + std::to_string(text.longest) + " characters.";
        entries[it->second].places.emplace_back(text.at.file, text.at.line);
    }
    if (const std::string complaint = writePot(pot.string(), entries); !complaint.empty())
        report.faults.push_back({{"output-not-written", pot.string(), complaint + ".", "Look at the folder."}});
    return report;
}

} // namespace porchlight::authoring
