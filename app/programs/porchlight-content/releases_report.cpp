// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/releases_report.h"

#include "content/json.h"

#include <iomanip>
#include <sstream>

namespace porchlight::programs {

namespace {

using content::jsonText;

/// "512 bytes", "31 KB", "97.3 MB".
std::string sizeInWords(std::uint64_t bytes)
{
    constexpr double kilo = 1000;
    const auto size = static_cast<double>(bytes);
    std::ostringstream text;
    text << std::fixed;
    if (bytes < 1000)
        text << bytes << " bytes";
    else if (size < kilo * kilo)
        text << std::setprecision(0) << size / kilo << " KB";
    else
        text << std::setprecision(1) << size / kilo / kilo << " MB";
    return text.str();
}

void tellIds(std::ostringstream &text, const char *how, const std::vector<std::string> &ids)
{
    if (ids.empty())
        return;
    text << "    " << how << ":";
    for (const std::string &id : ids)
        text << (&id == ids.data() ? " " : ", ") << id;
    text << '\n';
}

std::string jsonList(const std::vector<std::string> &ids)
{
    std::string list = "[";
    for (const std::string &id : ids)
        list += (&id == ids.data() ? "" : ", ") + jsonText(id);
    return list + "]";
}

} // namespace

std::string publishWords(const release::PublishReport &report, const std::string &channel)
{
    const release::CommitFacts &facts = report.facts;
    std::ostringstream text;
    text << "Release " << facts.version << " of " << facts.site << " is published to " << channel << ".\n";
    if (report.deltaBytes.empty())
        text << "It is the first one.\n";
    else if (facts.changes.empty())
        text << "No topic and no line reads differently than in the release before.\n";
    else
        text << "What reads differently than in the release before:\n";
    for (const release::LanguageChanges &language : facts.changes) {
        text << "  " << language.language << '\n';
        tellIds(text, "added", language.added);
        tellIds(text, "changed", language.changed);
        tellIds(text, "removed", language.removed);
    }
    text << "A kiosk without a release fetches " << sizeInWords(report.wholeBytes) << " (" << facts.files << " files, "
         << sizeInWords(facts.bytes) << " on its disk).\n";
    for (const auto &[sequence, bytes] : report.deltaBytes)
        text << "A kiosk with release " << sequence << " fetches " << sizeInWords(bytes) << ".\n";
    if (facts.keysSerial > 0)
        text << "It brings accepted keys number " << facts.keysSerial << ".\n";
    return text.str();
}

std::string publishJson(const release::PublishReport &report, const std::string &channel)
{
    const release::CommitFacts &facts = report.facts;
    std::ostringstream text;
    text << "{\"ok\": true, \"checksum\": " << jsonText(report.checksum) << ", \"site\": " << jsonText(facts.site)
         << ", \"channel\": " << jsonText(channel) << ", \"sequence\": " << facts.sequence
         << ", \"version\": " << jsonText(facts.version) << ", \"schema\": " << facts.schema
         << ", \"program\": " << jsonText(facts.program) << ", \"keysSerial\": " << facts.keysSerial
         << ", \"files\": " << facts.files << ", \"bytes\": " << facts.bytes
         << ", \"wholeBytes\": " << report.wholeBytes << ", \"updateBytes\": " << report.updateBytes
         << ",\n \"deltas\": [";
    for (const auto &delta : report.deltaBytes)
        text << (&delta == report.deltaBytes.data() ? "" : ", ") << "{\"from\": " << delta.first
             << ", \"bytes\": " << delta.second << "}";
    text << "],\n \"changes\": [";
    for (const release::LanguageChanges &language : facts.changes)
        text << (&language == facts.changes.data() ? "" : ",\n  ") << "{\"language\": " << jsonText(language.language)
             << ", \"added\": " << jsonList(language.added) << ", \"changed\": " << jsonList(language.changed)
             << ", \"removed\": " << jsonList(language.removed) << "}";
    text << "]}\n";
    return text.str();
}

std::string withdrawnJson(const release::CommitFacts &facts)
{
    return "{\"ok\": true, \"sequence\": " + std::to_string(facts.sequence) +
           ", \"keysSerial\": " + std::to_string(facts.keysSerial) + "}\n";
}

std::string faultJson(const content::Fault &fault)
{
    return "{\"ok\": false, \"code\": " + jsonText(fault.code) + ", \"where\": " + jsonText(fault.where) +
           ", \"what\": " + jsonText(fault.what) + ", \"remedy\": " + jsonText(fault.remedy) + "}\n";
}

} // namespace porchlight::programs
