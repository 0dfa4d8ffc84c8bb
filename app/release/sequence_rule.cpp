// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/sequence_rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace porchlight::release {

namespace {

using Version = std::array<int, 3>;

std::optional<Version> parseVersion(const std::string &text)
{
    Version version{};
    const char *at = text.data();
    const char *const end = at + text.size();
    for (std::size_t part = 0; part < version.size(); ++part) {
        if (part > 0 && (at == end || *at++ != '.'))
            return std::nullopt;
        const auto [next, failed] = std::from_chars(at, end, version[part]);
        if (failed != std::errc{} || version[part] < 0)
            return std::nullopt;
        at = next;
    }
    return at == end ? std::optional(version) : std::nullopt;
}

} // namespace

bool counts(const std::string &fingerprint, const Trust &trust)
{
    return !trust.revoked.contains(fingerprint) &&
           std::any_of(trust.keys.begin(), trust.keys.end(),
                       [&](const Key &key) { return key.fingerprint == fingerprint && !key.revoked; });
}

int highestAccepted(const Numbers &numbers, const Trust &trust)
{
    int highest = 0;
    for (const auto &[fingerprint, number] : numbers)
        if (counts(fingerprint, trust))
            highest = std::max(highest, number);
    return highest;
}

void remember(Numbers &numbers, const std::vector<std::string> &signers, int sequence, const Trust &trust)
{
    for (const std::string &signer : signers)
        numbers[signer] = std::max(numbers[signer], sequence);
    // A key that was only taken out of the set may come back; then its numbers count again.
    std::erase_if(numbers, [&](const auto &entry) { return trust.revoked.contains(entry.first); });
}

bool versionReaches(const std::string &present, const std::string &needed)
{
    const auto have = parseVersion(present);
    const auto want = parseVersion(needed);
    return have && want && *want <= *have;
}

} // namespace porchlight::release
