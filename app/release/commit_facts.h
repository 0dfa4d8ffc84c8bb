// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"
#include "content/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace porchlight::release {

/// What changed for people in one language.
struct LanguageChanges {
    std::string language;           ///< tag
    std::vector<std::string> added; ///< topic ids, "topic:pay", and lines, "line:hotline.call"
    std::vector<std::string> changed;
    std::vector<std::string> removed;

    bool operator==(const LanguageChanges &) const = default;
};

/// An object of a release that is brought piece by piece, so that a line which breaks again and again brings it too.
struct LargeObject {
    std::string checksum;
    std::uint64_t stored = 0; ///< bytes of its file in the archive

    bool operator==(const LargeObject &) const = default;
};

/// What a signed commit says of itself: all that is known of a release before any of its files is fetched. Stands in
/// the commit's metadata as "porchlight.KEY"; "version" and the bindings to collection and refs are OSTree's own.
struct CommitFacts {
    enum class Kind { Release, Withdrawals };
    Kind kind = Kind::Release;
    int sequence = 0;           ///< > 0; only ever grows, for each kind by itself
    std::string version;        ///< for people: "12 (2026-11-22)"
    std::string site;           ///< Release only
    int schema = 0;             ///< of the store; Release only
    std::string program;        ///< the earliest program that reads it, "0.1.0"; Release only
    content::Date newestDate{}; ///< newest date in it
    std::uint64_t bytes = 0;    ///< of all files
    std::uint64_t largest = 0;  ///< bytes of the largest file
    std::uint64_t files = 0;
    int keysSerial = 0; ///< > 0: it brings the accepted keys, as keys.gpg; the set with the highest number counts
    std::vector<LargeObject> large;       ///< those that are largeFrom and more; Release only
    std::vector<LanguageChanges> changes; ///< against the release before it; not read back by a kiosk

    bool operator==(const CommitFacts &) const = default;
};

/// Files at the top of a commit, beside those of the release.
inline constexpr const char *keysFileName = "keys.gpg";         ///< binary or armoured public keys
inline constexpr const char *withdrawalsFileName = "withdrawn"; ///< see store/withdrawals.h

/// More than this in one commit is refused, whoever signed it.
inline constexpr std::uint64_t mostFiles = 200'000;
inline constexpr std::uint64_t mostBytes = 64ULL << 30;

/// Bytes in the archive. What is smaller is soon brought again: eight of them come at a time.
inline constexpr std::uint64_t largeFrom = 256U << 10;
/// So many of them are told, the largest; the rest comes in one go each.
inline constexpr std::size_t mostLarge = 1000;

/// "porchlight/demo/stable". Sites and channels are [a-z0-9-]+.
std::string releaseRef(const std::string &site, const std::string &channel);
/// "porchlight/withdrawals"
extern const char *const withdrawalsRef;
/// Every release is bound to all channels, so that it can be moved from one to the next as it was signed.
inline constexpr const char *channels[] = {"canary", "stable"};
/// Of the house; an organisation that publishes its own names its own.
inline constexpr const char *defaultCollection = "org.porchlight.Content";

} // namespace porchlight::release
