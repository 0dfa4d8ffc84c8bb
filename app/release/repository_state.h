// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what a Repository is made of, for its three parts (repository, repository_fetch,
// repository_files).

#include "release/glib_ptr.h"
#include "release/openpgp.h"
#include "release/ostree_faults.h"
#include "release/repository.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::release {

struct Repository::State {
    std::filesystem::path folder;
    ObjectPtr<OstreeRepo> repo;
    Source source;
    Trust trust;
    std::string collection;
    std::string remote; ///< empty before use()
    BytesPtr summary;   ///< of the last heads(), for the pulls that follow
    BytesPtr summarySignatures;
    int patience = 60; ///< seconds, see waitAtMost

    /// How a pull ended that ended well: `Slow` before everything was here, since it took longer than `slowAfter`.
    enum class PullEnd { Whole, Slow };
    content::Result<PullEnd> pull(const std::string &checksum, bool commitOnly, const Limits &limits,
                                  const std::function<bool(const Progress &)> &progress,
                                  std::optional<std::chrono::seconds> slowAfter = {});
    /// The large objects, where none of them can be had as an update, or where the line has broken before; returns
    /// how many bytes they were.
    content::Result<std::uint64_t> fetchLarge(const std::string &checksum, const Limits &limits,
                                              const std::function<bool(const Progress &)> &progress);
    [[nodiscard]] bool wasCut() const;
    void setCut(bool cut) const;
    /// Every object stays from the moment that it is here, whatever happens; else only from the end of the pull, or of
    /// this run of the machine, which is faster where many small ones come over a good line.
    content::Outcome keepEach(bool each);
    /// Folder: takes over the signatures that stand there now, when they are good.
    content::Outcome refreshSignatures(const std::string &checksum);
    [[nodiscard]] std::string sourceName() const { return source.given.empty() ? remote : source.given; }
};

/// A file or folder of a commit.
struct TreeEntry {
    std::string path; ///< from the commit's top, without a slash before it
    bool folder = false;
    std::string checksum; ///< of the content, or of the folder's list
    std::string meta;     ///< of the folder's rights
    bool here = true;     ///< false: we do not have it (of a folder: its list and its rights, undamaged)
};

/// Every entry of a commit, folders before what is in them; folders that are not here are not looked into. Faults:
/// "release-damaged" when the commit itself is not here, "facts-wrong" when it has more than a release may have.
content::Outcome walk(OstreeRepo *repo, const std::string &checksum,
                      const std::function<content::Outcome(const TreeEntry &)> &seen);

/// A commit, list or right, when it is here and its sum is right; nothing otherwise. libostree believes what lies on
/// the disk, and falls over what a bad disk has made of it.
VariantPtr loadWhole(OstreeRepo *repo, OstreeObjectType type, const std::string &checksum);
/// Deletes commits, lists and rights of `checksum` whose sums are wrong, so that they are fetched anew.
content::Outcome dropDamaged(OstreeRepo *repo, const std::string &checksum);

/// The folder that holds a source; never its parent, and nothing but an archive.
content::Result<ObjectPtr<OstreeRepo>> openFolder(const Source &source);

/// Whose signatures are on these bytes. Fault: the one that tells most when none of them counts.
content::Result<std::vector<std::string>> goodSigners(OstreeRepo *repo, GBytes *commit, GVariant *detached,
                                                      const Trust &trust, const std::string &where);

} // namespace porchlight::release
