// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/status_text.h"

#include "content/json.h"

#include <sstream>

namespace porchlight::programs {

namespace {

using content::jsonText;

template <class List, class Each> std::string jsonList(const List &list, const Each &each)
{
    std::string json = "[";
    for (const auto &one : list)
        json += (json.size() > 1 ? ", " : "") + each(one);
    return json + "]";
}

std::string jsonInstalled(const std::optional<release::Installed> &installed)
{
    if (!installed)
        return "null";
    return "{\"release\": " + jsonText(installed->release) + ", \"checksum\": " + jsonText(installed->checksum) +
           ", \"sequence\": " + std::to_string(installed->sequence) + ", \"version\": " + jsonText(installed->version) +
           ", \"site\": " + jsonText(installed->site) +
           ", \"signers\": " + jsonList(installed->signers, [](const auto &signer) { return jsonText(signer); }) + "}";
}

const char *jsonBool(bool value)
{
    return value ? "true" : "false";
}

std::string duration(std::chrono::milliseconds time)
{
    using namespace std::chrono;
    if (time >= hours{48})
        return std::to_string(duration_cast<hours>(time).count() / 24) + " days";
    if (time >= hours{2})
        return std::to_string(duration_cast<hours>(time).count()) + " hours";
    return std::to_string(duration_cast<minutes>(time).count()) + " minutes";
}

} // namespace

const char *nameOf(store::SyncReport::State state)
{
    switch (state) {
    case store::SyncReport::State::Current:
        return "Current";
    case store::SyncReport::State::Fetching:
        return "Fetching";
    case store::SyncReport::State::Waiting:
        return "Waiting";
    case store::SyncReport::State::Trying:
        return "Trying";
    case store::SyncReport::State::Failed:
        break;
    }
    return "Failed";
}

std::string statusText(const release::AgentStatus &status)
{
    std::ostringstream out;
    if (status.current) {
        out << "Shown:     release " << status.current->version << " of " << status.current->site << " ("
            << status.current->release << ")\n           ";
        if (status.drawn)
            out << "the kiosk has shown it for " << duration(status.shownFor) << '\n';
        else
            out << "the kiosk has not said yet that it shows it\n";
    } else {
        out << "Shown:     the release that came with the program\n";
    }
    if (status.previous)
        out << "Before:    release " << status.previous->version << " (" << status.previous->release << ")\n";
    out << "Withdrawn: " << status.withdrawn << (status.withdrawn == 1 ? " entry" : " entries");
    if (status.withdrawalsSequence > 0)
        out << " (list " << status.withdrawalsSequence << ')';
    out << "\nKeys:      " << status.needed << " of " << status.keys.size() << " must sign";
    if (status.keysSerial > 0)
        out << " (set " << status.keysSerial << ", brought by a release)";
    out << '\n';
    for (const release::Key &key : status.keys)
        out << "           " << key.fingerprint << ' ' << key.name << (key.revoked ? " (revoked)" : "") << '\n';
    for (const std::string &checksum : status.givenUp)
        out << "Given up:  " << checksum << '\n';
    if (!status.last.words.empty()) {
        out << "Last:      " << nameOf(status.last.state) << ": " << status.last.words;
        if (!status.last.code.empty())
            out << " [" << status.last.code << ']';
        out << '\n';
    }
    if (!status.last.from.empty())
        out << "Asked:     " << status.last.from
            << (status.last.checkedOn.empty() ? "" : ", answered on " + status.last.checkedOn) << '\n';
    return out.str();
}

std::string statusJson(const release::AgentStatus &status)
{
    const auto text = [](const auto &word) { return jsonText(word); };
    const auto key = [](const release::Key &one) {
        return "{\"fingerprint\": " + jsonText(one.fingerprint) + ", \"name\": " + jsonText(one.name) +
               ", \"revoked\": " + jsonBool(one.revoked) + "}";
    };
    const store::SyncReport &last = status.last;
    std::ostringstream out;
    out << "{\"current\": " << jsonInstalled(status.current) << ",\n \"previous\": " << jsonInstalled(status.previous)
        << ",\n \"drawn\": " << jsonBool(status.drawn) << ", \"shownForSeconds\": " << status.shownFor.count() / 1000
        << ",\n \"givenUp\": " << jsonList(status.givenUp, text) << ",\n \"needed\": " << status.needed
        << ", \"keysSerial\": " << status.keysSerial << ", \"keys\": " << jsonList(status.keys, key)
        << ",\n \"withdrawals\": {\"sequence\": " << status.withdrawalsSequence << ", \"entries\": " << status.withdrawn
        << "},\n \"last\": {\"state\": " << jsonText(nameOf(last.state)) << ", \"release\": " << jsonText(last.release)
        << ", \"sequence\": " << last.sequence << ", \"percent\": " << last.percent
        << ", \"from\": " << jsonText(last.from) << ", \"checkedOn\": " << jsonText(last.checkedOn)
        << ", \"code\": " << jsonText(last.code) << ", \"words\": " << jsonText(last.words) << "}}\n";
    return out.str();
}

} // namespace porchlight::programs
