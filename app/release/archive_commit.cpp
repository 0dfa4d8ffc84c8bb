// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive_commit.h"

#include "release/commit_metadata.h"
#include "release/trust.h"

#include <fcntl.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

using ModifierPtr = std::unique_ptr<OstreeRepoCommitModifier, FreeWith<ostree_repo_commit_modifier_unref>>;

constexpr guint32 fileMode = S_IFREG | 0644;
constexpr guint32 folderMode = S_IFDIR | 0755;

OstreeRepoCommitFilterResult plainModes(OstreeRepo *, const char *, GFileInfo *info, gpointer)
{
    const bool folder = g_file_info_get_file_type(info) == G_FILE_TYPE_DIRECTORY;
    g_file_info_set_attribute_uint32(info, "unix::mode", folder ? folderMode : fileMode);
    return OSTREE_REPO_COMMIT_FILTER_ALLOW;
}

/// Given up unless it was committed.
class Transaction {
public:
    explicit Transaction(const Archive &archive) : m_archive(archive)
    {
        GlibError error;
        if (!ostree_repo_prepare_transaction(archive.repo(), nullptr, nullptr, error.out()))
            throwError(error, "repository-unusable", archive.folder().string());
    }
    ~Transaction()
    {
        if (m_open)
            ostree_repo_abort_transaction(m_archive.repo(), nullptr, nullptr);
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit()
    {
        GlibError error;
        if (!ostree_repo_commit_transaction(m_archive.repo(), nullptr, nullptr, error.out()))
            throwError(error, "repository-unusable", m_archive.folder().string());
        m_open = false;
    }

private:
    const Archive &m_archive;
    bool m_open = true;
};

void addTopFile(const Archive &archive, OstreeMutableTree *tree, const std::string &name, const std::string &bytes)
{
    GlibError error;
    const CharsPtr checksum(ostree_repo_write_regfile_inline(archive.repo(), nullptr, 0, 0, fileMode, nullptr,
                                                             reinterpret_cast<const guint8 *>(bytes.data()),
                                                             bytes.size(), nullptr, error.out()));
    if (!checksum || !ostree_mutable_tree_replace_file(tree, name.c_str(), checksum.get(), error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
}

/// A folder that every user may read: the top of a commit without a folder of files.
std::string topFolder(const Archive &archive)
{
    const ObjectPtr<GFileInfo> info(g_file_info_new());
    g_file_info_set_file_type(info.get(), G_FILE_TYPE_DIRECTORY);
    g_file_info_set_attribute_uint32(info.get(), "unix::uid", 0);
    g_file_info_set_attribute_uint32(info.get(), "unix::gid", 0);
    g_file_info_set_attribute_uint32(info.get(), "unix::mode", folderMode);
    const VariantPtr metadata = sunk(ostree_create_directory_metadata(info.get(), nullptr));
    GlibError error;
    guchar *raw = nullptr;
    if (!ostree_repo_write_metadata(archive.repo(), OSTREE_OBJECT_TYPE_DIR_META, nullptr, metadata.get(), &raw, nullptr,
                                    error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
    const std::unique_ptr<guchar, FreeWith<g_free>> bytes(raw);
    return CharsPtr(ostree_checksum_from_bytes(bytes.get())).get();
}

/// The largest objects of what is about to be committed, largest first; two equal files are one object.
std::vector<LargeObject> largeObjects(const Archive &archive, const fs::path &folder, GFile *root)
{
    std::map<std::string, std::uint64_t> sizes;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder)) {
        // Compression never makes one much larger.
        if (!entry.is_regular_file() || entry.file_size() + entry.file_size() / 64 < largeFrom)
            continue;
        const ObjectPtr<GFile> file(
            g_file_resolve_relative_path(root, entry.path().lexically_relative(folder).c_str()));
        GlibError error;
        const char *checksum = nullptr;
        guint64 stored = 0;
        if (!ostree_repo_file_ensure_resolved(OSTREE_REPO_FILE(file.get()), error.out()) ||
            !(checksum = ostree_repo_file_get_checksum(OSTREE_REPO_FILE(file.get()))) ||
            !ostree_repo_query_object_storage_size(archive.repo(), OSTREE_OBJECT_TYPE_FILE, checksum, &stored, nullptr,
                                                   error.out()))
            throwError(error, "repository-unusable", archive.folder().string());
        if (stored >= largeFrom)
            sizes[checksum] = stored;
    }
    std::vector<LargeObject> large;
    for (const auto &[checksum, stored] : sizes)
        large.push_back({checksum, stored});
    std::stable_sort(large.begin(), large.end(),
                     [](const LargeObject &one, const LargeObject &other) { return one.stored > other.stored; });
    if (large.size() > mostLarge)
        large.resize(mostLarge);
    return large;
}

void count(CommitFacts &facts, std::uint64_t size)
{
    facts.bytes += size;
    facts.largest = std::max(facts.largest, size);
    ++facts.files;
}

} // namespace

void measure(const fs::path &folder, const TopFiles &top, CommitFacts &facts)
{
    if (!folder.empty()) {
        for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder)) {
            if (entry.symlink_status().type() == fs::file_type::regular)
                count(facts, entry.file_size());
            else if (entry.symlink_status().type() != fs::file_type::directory)
                throw content::Fault{"release-odd", entry.path().string(), "This is neither a file nor a folder.",
                                     "Build the release again into an empty folder."};
        }
    }
    for (const auto &[name, bytes] : top) {
        if (!folder.empty() && fs::exists(folder / name))
            throw content::Fault{"release-odd", (folder / name).string(), "The release has a file of its own here.",
                                 "Build the release again into an empty folder."};
        count(facts, bytes.size());
    }
    if (facts.files > mostFiles || facts.bytes > mostBytes)
        throw content::Fault{"release-large", folder.string(), "No kiosk takes a release with so many files or bytes.",
                             "Leave films or recordings out."};
}

std::string writeCommit(const Archive &archive, const fs::path &folder, const TopFiles &top, const CommitFacts &facts,
                        const std::vector<std::string> &refs, const CommitWords &words)
{
    const auto check = [&](bool done, const GlibError &error) {
        if (!done)
            throwError(error, "repository-unusable", archive.folder().string());
    };
    OstreeRepo *repo = archive.repo();
    GlibError error;
    Transaction transaction(archive);
    const ObjectPtr<OstreeMutableTree> tree(ostree_mutable_tree_new());
    if (folder.empty()) {
        ostree_mutable_tree_set_metadata_checksum(tree.get(), topFolder(archive).c_str());
    } else {
        const ModifierPtr modifier(ostree_repo_commit_modifier_new(
            static_cast<OstreeRepoCommitModifierFlags>(OSTREE_REPO_COMMIT_MODIFIER_FLAGS_SKIP_XATTRS |
                                                       OSTREE_REPO_COMMIT_MODIFIER_FLAGS_CANONICAL_PERMISSIONS),
            plainModes, nullptr, nullptr));
        check(ostree_repo_write_dfd_to_mtree(repo, AT_FDCWD, folder.c_str(), tree.get(), modifier.get(), nullptr,
                                             error.out()),
              error);
    }
    for (const auto &[name, bytes] : top)
        addTopFile(archive, tree.get(), name, bytes);
    GFile *rawRoot = nullptr;
    check(ostree_repo_write_mtree(repo, tree.get(), &rawRoot, nullptr, error.out()), error);
    const ObjectPtr<GFile> root(rawRoot);
    CommitFacts said = facts;
    if (!folder.empty())
        said.large = largeObjects(archive, folder, root.get());
    const VariantPtr metadata = commitMetadata(said, archive.collection(), refs);
    char *rawChecksum = nullptr;
    check(ostree_repo_write_commit_with_time(
              repo, words.parent.empty() ? nullptr : words.parent.c_str(), words.subject.c_str(), words.body.c_str(),
              metadata.get(), OSTREE_REPO_FILE(root.get()), words.time, &rawChecksum, nullptr, error.out()),
          error);
    const CharsPtr checksum(rawChecksum);
    transaction.commit();
    // Somebody who looked the repository through after a run was killed may have left word that this one has gaps.
    check(ostree_repo_mark_commit_partial(repo, checksum.get(), FALSE, error.out()), error);
    return checksum.get();
}

PublishedKeys keysToBring(const Archive &archive, const fs::path &file)
{
    PublishedKeys keys = archive.keys();
    if (file.empty())
        return keys;
    const std::vector<Key> accepted = orThrow(readKeys(file));
    if (std::all_of(accepted.begin(), accepted.end(), [](const Key &key) { return key.revoked; }))
        throw content::Fault{"keys-none", file.string(), "All keys in it are revoked: kiosks would take nothing more.",
                             "Put the key in that the next release is signed with."};
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes != keys.bytes)
        keys = {keys.serial + 1, std::move(bytes)};
    return keys;
}

} // namespace porchlight::release
