// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "release/commit_facts.h"
#include "release/source.h"
#include "release/trust.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace porchlight::release {

/// The kiosk's own OSTree repository: where releases are kept that were fetched, whole or in part. All calls wait; all
/// survive being killed: the next call finds what was fetched. Not for two processes at once (the agent's lock sees to
/// it). Faults of the network, the disk and the source have codes of their own: "source-unreachable" (name, connection,
/// TLS), "source-stalled" (too slow for too long), "source-too-much" (sends more than was signed), "source-lacks" (an
/// object is missing), "source-damaged" (a checksum or a form is wrong), "disk-full", "disk-read-only", "disk-failed",
/// "signature-missing", "signature-unknown-key", "signature-revoked", "signature-bad", "binding-wrong" (another
/// collection or ref), "ref-missing", "facts-wrong" (signed, but not by our rules).
class Repository {
public:
    /// Opens it, or makes it. Unfinished downloads of an earlier run are kept.
    static content::Result<Repository> open(const std::filesystem::path &folder);
    Repository(Repository &&) noexcept;
    Repository &operator=(Repository &&) noexcept;
    ~Repository();

    /// From now on fetches come from here, and only what these keys signed is taken.
    content::Outcome use(const Source &source, const Trust &trust, const std::string &collection);

    /// How long a source may be silent while it is asked what it has; for fetchAll see Limits. 60 s by default.
    void waitAtMost(std::chrono::seconds patience);

    /// Checksums by ref, as the source has them now. On the web: from the summary, whose signature must be good and
    /// which is asked for with one conditional request; in a folder: from its refs, which are signed only by their
    /// commits.
    content::Result<std::map<std::string, std::string>> heads();

    /// The commit alone, with all its signatures as they stand now, checked: by one accepted key at least, bound to
    /// `collection` and `ref`. Nothing else is fetched.
    content::Result<CommitFacts> fetchFacts(const std::string &ref, const std::string &checksum);
    /// Primary fingerprints of the different accepted keys, not revoked, whose signature on it is good.
    content::Result<std::vector<std::string>> signers(const std::string &checksum, const Trust &trust);

    struct Progress {
        std::uint64_t bytesDone = 0;
        std::uint64_t bytesExpected = 0; ///< 0: not known
    };
    struct Limits {
        std::uint64_t bytes = 0;   ///< all together; more is "source-too-much"
        std::uint64_t largest = 0; ///< of one file
        int stalledSeconds = 60;   ///< without a byte
    };
    /// All objects of it; goes on where an earlier call was cut. With `progress` returning false it ends ("cancelled").
    content::Outcome fetchAll(const std::string &ref, const std::string &checksum, const Limits &limits,
                              const std::function<bool(const Progress &)> &progress);
    /// Are all its objects here?
    [[nodiscard]] bool has(const std::string &checksum) const;
    /// Bytes that fetchAll would still have to bring, at most.
    content::Result<std::uint64_t> missingBytes(const std::string &checksum);

    /// One file of a commit that was fetched. Faults: "file-missing", "file-too-large".
    content::Result<std::string> readFile(const std::string &checksum, const std::string &path, std::uint64_t most);
    /// Into a folder that does not exist yet; shares its blocks with the repository. Everything is on the disk when it
    /// returns.
    content::Outcome checkOut(const std::string &checksum, const std::filesystem::path &folder);
    /// Reads every object of it again; what is damaged is dropped, so that fetchFacts and fetchAll bring it anew.
    /// Faults: "release-damaged".
    content::Outcome verify(const std::string &checksum);
    /// Drops every commit but these, and what only they had.
    content::Outcome keepOnly(const std::vector<std::string> &checksums);

private:
    struct State;
    explicit Repository(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace porchlight::release
