// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: the repository that editors publish to. In here faults are thrown, as content::Fault; the
// functions of publish.h return them (atBorder).

#include "release/commit_facts.h"
#include "release/glib_ptr.h"
#include "release/gpg_key.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace porchlight::release {

/// Runs what throws faults, and returns them. What the file system throws becomes "repository-unusable".
template <class Work> auto atBorder(const Work &work) -> content::Result<decltype(work())>
{
    try {
        return work();
    } catch (const content::Fault &fault) {
        return fault;
    } catch (const std::filesystem::filesystem_error &error) {
        return content::Fault{"repository-unusable", error.path1().string(), error.code().message() + ".",
                              "Look whether the disk is there and may be written to."};
    }
}

/// A value, or its fault thrown.
template <class T> T orThrow(content::Result<T> result)
{
    if (!result)
        throw result.fault();
    return *std::move(result);
}

/// What went wrong in OSTree, thrown: "disk-full" where that is the reason, else `code`.
[[noreturn]] void throwError(const GlibError &error, const char *code, const std::string &where);

/// The accepted keys that were published last.
struct PublishedKeys {
    int serial = 0;
    std::string bytes;
};

/// The head files of deltas: new bytes by their path below the repository.
using Superblocks = std::map<std::string, std::string>;

/// A repository as web servers hand it out, held by one writer at a time.
class Archive {
public:
    /// With `collection` empty: its own, or the house's where it is made. Finishes what an earlier writer was about to
    /// make public when it was cut off. Faults: "repository-unusable", "repository-busy".
    static Archive openOrMake(const std::filesystem::path &folder, const std::string &collection);
    /// Only what is there.
    static Archive open(const std::filesystem::path &folder);
    Archive(Archive &&other) noexcept;
    Archive &operator=(Archive &&) = delete;
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;
    ~Archive();

    [[nodiscard]] OstreeRepo *repo() const { return m_repo.get(); }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }
    [[nodiscard]] std::string collection() const;

    /// Checksums by ref.
    [[nodiscard]] std::map<std::string, std::string> heads() const;
    /// Fault "ref-missing".
    [[nodiscard]] std::string head(const std::string &ref) const;
    /// The newest commit of a site in any channel; empty where it has none.
    [[nodiscard]] std::string newestOf(const std::string &site) const;
    [[nodiscard]] CommitFacts facts(const std::string &checksum) const;
    /// Seconds since 1970.
    [[nodiscard]] std::uint64_t timeOf(const std::string &checksum) const;
    /// The commit before it that is still here; or empty.
    [[nodiscard]] std::string parent(const std::string &checksum) const;
    /// A file at the top of a commit. Fault "file-missing".
    [[nodiscard]] std::string file(const std::string &checksum, const char *name) const;
    [[nodiscard]] PublishedKeys keys() const;
    [[nodiscard]] bool has(const std::string &checksum) const;

    /// Signs a commit and tries the signature. Faults: "signed-already", "sign-failed".
    void sign(const std::string &checksum, const SigningKey &key) const;
    [[nodiscard]] bool isSignedBy(const std::string &checksum, const SigningKey &key) const;
    /// Were its signatures changed after the summary was made?
    [[nodiscard]] bool signedSinceSummary(const std::string &checksum) const;

    /// The one step in which readers see something new: refs, and the summary with its signature. All of it is made
    /// and signed beforehand, so a fault or a kill before it leaves everything as it was, and one in it is finished by
    /// whoever opens the repository next. `superblocks`: of deltas, replaced at the same time.
    void makePublic(const std::map<std::string, std::string> &refs, const SigningKey &key,
                    const Superblocks &superblocks = {}) const;
    /// Drops commits and deltas that no kiosk asks for any more: older than `history` releases before a channel.
    void dropOld(int history) const;

private:
    Archive(std::filesystem::path folder, ObjectPtr<OstreeRepo> repo, int lock);
    void finishWhatWasCut() const;

    std::filesystem::path m_folder;
    ObjectPtr<OstreeRepo> m_repo;
    int m_lock = -1;
};

/// Where a delta lies, below the repository.
/// A whole file; empty where there is none.
std::string bytesOf(const std::filesystem::path &file);
/// Calls `seen` for each object of a commit, in no order.
void forEachObject(const Archive &archive, const std::string &commit,
                   const std::function<void(OstreeObjectType type, const char *checksum)> &seen);
std::filesystem::path deltaFolder(const std::string &from, const std::string &to);
/// Deltas that lead to a commit: from which.
std::vector<std::string> deltasTo(OstreeRepo *repo, const std::string &checksum);

} // namespace porchlight::release
