// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "release/commit_facts.h"
#include "store/withdrawals.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace porchlight::release {

/// How the repository signs.
struct Signing {
    std::string key;               ///< as gpg --local-user takes it: a fingerprint or an address
    std::filesystem::path gpgHome; ///< empty: gpg's own
};

struct PublishOptions {
    std::filesystem::path repository; ///< made where missing, as an archive any web server can serve
    std::filesystem::path release;    ///< as `porchlight-content build` wrote it
    Signing signing;
    std::string collection = defaultCollection;
    std::string channel = "stable";
    std::filesystem::path keys;                ///< not empty: accepted keys to bring along
    int deltas = 5;                            ///< from so many releases before it
    std::vector<std::filesystem::path> sticks; ///< folders that shall hold it too
};

struct PublishReport {
    std::string checksum;
    CommitFacts facts;
    std::uint64_t wholeBytes = 0;  ///< that a kiosk without any release fetches
    std::uint64_t updateBytes = 0; ///< that a kiosk with the release before it fetches; 0: there was none
    std::vector<std::pair<int, std::uint64_t>> deltaBytes; ///< from which sequence, bytes
};

using Told = std::function<void(const std::string &step)>;

/// Makes a signed commit of a release, with deltas and a signed summary. All or nothing: until its last step nobody who
/// pulls sees any of it. Faults: "repository-unusable", "release-missing", "sequence-older" (says which number to build
/// with), "site-name", "key-unknown", "key-young" (made after 2000-01-01: a kiosk with a wrong clock would refuse it),
/// "sign-failed", "disk-full", those of Reader::open.
content::Result<PublishReport> publish(const PublishOptions &options, const Told &told);

/// Another person's signature on what a channel (or the withdrawal list, `ref`) holds now.
content::Outcome sign(const std::filesystem::path &repository, const std::string &ref, const Signing &signing);
/// Moves what one channel holds to another, as it was signed: canary to stable.
content::Outcome promote(const std::filesystem::path &repository, const std::string &site, const std::string &from,
                         const std::string &to, const Signing &signing);
/// Adds to the list of what must no longer be shown; with `keys`, new accepted keys. What stands in it stays.
content::Result<CommitFacts> withdraw(const std::filesystem::path &repository, const store::Withdrawals &more,
                                      const std::filesystem::path &keys, const std::string &collection,
                                      const Signing &signing);
/// Brings the newest releases and the withdrawal list to a stick (any mounted folder), in PATH/.ostree/repo.
content::Outcome writeStick(const std::filesystem::path &repository, const std::filesystem::path &stick,
                            const Told &told);

} // namespace porchlight::release
