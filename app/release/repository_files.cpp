// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/commit_metadata.h"
#include "release/repository_state.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace porchlight::release {

namespace {

constexpr std::size_t deepest = 16; // folders in folders
constexpr std::size_t longestName = 200;
constexpr guint32 folderMode = S_IFDIR | 0755;

content::Fault notWhole(const std::string &checksum)
{
    return {"release-damaged", checksum, "Something of it is not what was signed, or is missing.",
            "Pull it again, and look at the disk."};
}

/// Not here any more, and the commit not whole: the next pull brings it.
content::Outcome drop(OstreeRepo *repo, OstreeObjectType type, const std::string &object, const std::string &commit)
{
    GlibError error;
    gboolean have = FALSE;
    if (!ostree_repo_has_object(repo, type, object.c_str(), &have, nullptr, error.out()) ||
        (type != OSTREE_OBJECT_TYPE_COMMIT &&
         !ostree_repo_mark_commit_partial(repo, commit.c_str(), TRUE, error.out())) ||
        (have && !ostree_repo_delete_object(repo, type, object.c_str(), nullptr, error.out())))
        return diskFault(error, object);
    return content::Nothing{};
}

class Walker {
public:
    using Seen = std::function<content::Outcome(const TreeEntry &)>;

    Walker(OstreeRepo *repo, const Seen &seen) : m_repo(repo), m_seen(seen) {}

    content::Outcome folder(TreeEntry entry, std::size_t depth)
    {
        if (depth > deepest)
            return factsWrong(entry.path, "Its folders are nested more deeply than a release's.");
        const VariantPtr list = loadWhole(m_repo, OSTREE_OBJECT_TYPE_DIR_TREE, entry.checksum);
        entry.here = list && loadWhole(m_repo, OSTREE_OBJECT_TYPE_DIR_META, entry.meta);
        if (content::Outcome told = m_seen(entry); !told)
            return told;
        if (!list)
            return content::Nothing{};
        const std::string before = entry.path.empty() ? "" : entry.path + "/";
        const VariantPtr files(g_variant_get_child_value(list.get(), 0));
        for (gsize i = 0; i < g_variant_n_children(files.get()); ++i)
            if (content::Outcome done = file(files.get(), i, before); !done)
                return done;
        const VariantPtr folders(g_variant_get_child_value(list.get(), 1));
        for (gsize i = 0; i < g_variant_n_children(folders.get()); ++i) {
            const char *name = nullptr;
            GVariant *sum = nullptr;
            GVariant *rights = nullptr;
            g_variant_get_child(folders.get(), i, "(&s@ay@ay)", &name, &sum, &rights);
            const VariantPtr bytes(sum);
            const VariantPtr metaBytes(rights);
            if (content::Outcome counted = count(before + name); !counted)
                return counted;
            if (content::Outcome below =
                    folder({before + name, true, text(bytes.get()), text(metaBytes.get()), true}, depth + 1);
                !below)
                return below;
        }
        return content::Nothing{};
    }

private:
    content::Outcome file(GVariant *files, gsize index, const std::string &before)
    {
        const char *name = nullptr;
        GVariant *sum = nullptr;
        g_variant_get_child(files, index, "(&s@ay)", &name, &sum);
        const VariantPtr bytes(sum);
        TreeEntry entry{before + name, false, text(bytes.get()), "", true};
        if (content::Outcome counted = count(entry.path); !counted)
            return counted;
        gboolean have = FALSE;
        GlibError error;
        if (!ostree_repo_has_object(m_repo, OSTREE_OBJECT_TYPE_FILE, entry.checksum.c_str(), &have, nullptr,
                                    error.out()))
            return diskFault(error, entry.path);
        entry.here = have;
        return m_seen(entry);
    }
    static std::string text(GVariant *bytes)
    {
        // Of another length: a sum that no object has.
        if (g_variant_n_children(bytes) != OSTREE_SHA256_DIGEST_LEN)
            return std::string(64, '0');
        const CharsPtr checksum(ostree_checksum_from_bytes_v(bytes));
        return checksum.get();
    }
    content::Outcome count(const std::string &path)
    {
        if (path.empty()) // only what is above all has none
            return factsWrong("/", "Something in it has no name.");
        if (++m_entries > 2 * mostFiles)
            return factsWrong(path, "It has more files than a release may have.");
        return content::Nothing{};
    }

    OstreeRepo *m_repo;
    const Seen &m_seen;
    std::uint64_t m_entries = 0;
};

/// The bytes and the rights of one file that is here.
content::Result<std::pair<std::uint64_t, guint32>> sizeAndMode(OstreeRepo *repo, const TreeEntry &file)
{
    GlibError error;
    GFileInfo *raw = nullptr;
    if (!ostree_repo_load_file(repo, file.checksum.c_str(), nullptr, &raw, nullptr, nullptr, error.out()))
        return diskFault(error, file.path, "release-damaged");
    const ObjectPtr<GFileInfo> info(raw);
    const std::uint64_t size = g_file_info_get_file_type(raw) == G_FILE_TYPE_REGULAR
                                   ? static_cast<std::uint64_t>(g_file_info_get_size(raw))
                                   : 0;
    return std::pair{size, g_file_info_get_attribute_uint32(raw, "unix::mode")};
}

/// Names that mean one thing only, to every program and on every screen.
bool isSafeName(const std::string &path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    return !name.empty() && name.size() <= longestName && name.front() != '.' && name.front() != '-' &&
           g_utf8_validate(name.data(), static_cast<gssize>(name.size()), nullptr) &&
           std::none_of(name.begin(), name.end(), [](char letter) {
               return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f || letter == '\\';
           });
}

content::Outcome isOurs(OstreeRepo *repo, const TreeEntry &entry)
{
    if (!entry.here)
        return content::Fault{"release-damaged", entry.path, "It is not all here.", "Pull it again."};
    if (!entry.path.empty() && !isSafeName(entry.path))
        return factsWrong(entry.path, "A name in it could be mistaken.");
    if (!entry.folder) {
        const auto file = sizeAndMode(repo, entry);
        if (!file)
            return file.fault();
        const guint32 mode = file->second;
        if (mode != (S_IFREG | 0644) && mode != (S_IFREG | 0755))
            return factsWrong(entry.path, "It is no plain file that everybody may read and nobody may write.");
        return content::Nothing{};
    }
    const VariantPtr meta = loadWhole(repo, OSTREE_OBJECT_TYPE_DIR_META, entry.meta);
    if (!meta)
        return notWhole(entry.path);
    guint32 mode = 0;
    g_variant_get_child(meta.get(), 2, "u", &mode);
    if (GUINT32_FROM_BE(mode) != folderMode)
        return factsWrong(entry.path, "It is no folder that everybody may look into and nobody may write to.");
    return content::Nothing{};
}

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path &folder)
        : m_fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    [[nodiscard]] bool sync() const { return m_fd >= 0 && fsync(m_fd) == 0; }

private:
    int m_fd;
};

/// libostree syncs the files; the names in folders are for us.
content::Outcome syncFolders(const std::filesystem::path &top)
{
    std::error_code error;
    bool good = Descriptor(top).sync();
    for (std::filesystem::recursive_directory_iterator at(top, error), end; !error && at != end; at.increment(error))
        if (at->is_directory(error))
            good = Descriptor(at->path()).sync() && good;
    good = Descriptor(top.parent_path()).sync() && good;
    if (error || !good)
        return content::Fault{"disk-failed", top, "It could not be brought to the disk for certain.",
                              "Look at the system's log; the disk may be dying."};
    return content::Nothing{};
}

} // namespace

VariantPtr loadWhole(OstreeRepo *repo, OstreeObjectType type, const std::string &checksum)
{
    GVariant *raw = nullptr;
    if (!ostree_repo_load_variant_if_exists(repo, type, checksum.c_str(), &raw, nullptr) || !raw)
        return nullptr;
    const VariantPtr loaded(raw);
    const BytesPtr bytes(g_variant_get_data_as_bytes(loaded.get()));
    const CharsPtr sum(g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes.get()));
    if (checksum != sum.get())
        return nullptr;
    // Looked at as bytes of a stranger: libostree calls its own disk trusted, and GLib then checks nothing.
    VariantPtr checked = sunk(g_variant_new_from_bytes(g_variant_get_type(loaded.get()), bytes.get(), FALSE));
    if (!g_variant_is_normal_form(checked.get()))
        return nullptr;
    return checked;
}

content::Outcome walk(OstreeRepo *repo, const std::string &checksum,
                      const std::function<content::Outcome(const TreeEntry &)> &seen)
{
    const VariantPtr commit = loadWhole(repo, OSTREE_OBJECT_TYPE_COMMIT, checksum);
    if (!commit)
        return notWhole(checksum);
    const VariantPtr tree(g_variant_get_child_value(commit.get(), 6));
    const VariantPtr meta(g_variant_get_child_value(commit.get(), 7));
    if (g_variant_n_children(tree.get()) != OSTREE_SHA256_DIGEST_LEN ||
        g_variant_n_children(meta.get()) != OSTREE_SHA256_DIGEST_LEN)
        return factsWrong(checksum, "It has no form we know.");
    const CharsPtr treeSum(ostree_checksum_from_bytes_v(tree.get()));
    const CharsPtr metaSum(ostree_checksum_from_bytes_v(meta.get()));
    return Walker(repo, seen).folder({"", true, treeSum.get(), metaSum.get(), true}, 0);
}

content::Outcome dropDamaged(OstreeRepo *repo, const std::string &checksum)
{
    if (!loadWhole(repo, OSTREE_OBJECT_TYPE_COMMIT, checksum))
        return drop(repo, OSTREE_OBJECT_TYPE_COMMIT, checksum, checksum);
    content::Outcome walked = walk(repo, checksum, [&](const TreeEntry &entry) -> content::Outcome {
        if (!entry.folder || entry.here)
            return content::Nothing{};
        for (const auto &[type, sum] : {std::pair{OSTREE_OBJECT_TYPE_DIR_TREE, entry.checksum},
                                        std::pair{OSTREE_OBJECT_TYPE_DIR_META, entry.meta}})
            if (!loadWhole(repo, type, sum))
                if (content::Outcome dropped = drop(repo, type, sum, checksum); !dropped)
                    return dropped;
        return content::Nothing{};
    });
    // Signed, fetched and refused for its form: it must not stand in the way of those that come after it.
    if (!walked && walked.fault().code == "facts-wrong")
        return drop(repo, OSTREE_OBJECT_TYPE_COMMIT, checksum, checksum);
    return walked;
}

bool Repository::has(const std::string &checksum) const
{
    OstreeRepo *repo = m_state->repo.get();
    GVariant *raw = nullptr;
    OstreeRepoCommitState how = OSTREE_REPO_COMMIT_STATE_NORMAL;
    if (!ostree_validate_checksum_string(checksum.c_str(), nullptr) ||
        !ostree_repo_load_commit(repo, checksum.c_str(), &raw, &how, nullptr))
        return false;
    const VariantPtr commit(raw);
    if (how & OSTREE_REPO_COMMIT_STATE_PARTIAL)
        return false;
    // The mark alone is not enough: it goes before the objects stand in their places.
    return static_cast<bool>(walk(repo, checksum, [](const TreeEntry &entry) -> content::Outcome {
        if (!entry.here)
            return notWhole(entry.path);
        return content::Nothing{};
    }));
}

content::Result<std::uint64_t> Repository::missingBytes(const std::string &checksum)
{
    OstreeRepo *repo = m_state->repo.get();
    const VariantPtr commit = loadWhole(repo, OSTREE_OBJECT_TYPE_COMMIT, checksum);
    if (!commit)
        return notWhole(checksum);
    const VariantPtr metadata(g_variant_get_child_value(commit.get(), 0));
    const content::Result<CommitFacts> facts = readCommitMetadata(metadata.get(), checksum);
    if (!facts)
        return facts.fault();
    std::uint64_t here = 0;
    bool whole = true;
    content::Outcome walked = walk(repo, checksum, [&](const TreeEntry &entry) -> content::Outcome {
        whole = whole && entry.here;
        if (entry.folder || !entry.here)
            return content::Nothing{};
        const auto file = sizeAndMode(repo, entry);
        if (!file)
            return file.fault();
        here += file->first;
        return content::Nothing{};
    });
    if (!walked)
        return walked.fault();
    return whole ? 0 : facts->bytes - std::min(here, facts->bytes);
}

content::Result<std::string> Repository::readFile(const std::string &checksum, const std::string &path,
                                                  std::uint64_t most)
{
    OstreeRepo *repo = m_state->repo.get();
    std::optional<TreeEntry> found;
    content::Outcome walked = walk(repo, checksum, [&](const TreeEntry &entry) -> content::Outcome {
        if (!entry.folder && entry.here && entry.path == path)
            found = entry;
        return content::Nothing{};
    });
    if (!walked)
        return walked.fault();
    if (!found)
        return content::Fault{"file-missing", path, "It has no such file.", "Publish it again."};
    GlibError error;
    GInputStream *rawStream = nullptr;
    GFileInfo *rawInfo = nullptr;
    if (!ostree_repo_load_file(repo, found->checksum.c_str(), &rawStream, &rawInfo, nullptr, nullptr, error.out()))
        return diskFault(error, path);
    const ObjectPtr<GInputStream> stream(rawStream);
    const ObjectPtr<GFileInfo> info(rawInfo);
    const auto size = static_cast<std::uint64_t>(g_file_info_get_size(rawInfo));
    if (!stream)
        return content::Fault{"file-missing", path, "It is no plain file.", "Publish it again."};
    if (size > most)
        return content::Fault{"file-too-large", path,
                              "It has " + std::to_string(size) + " bytes, and may have " + std::to_string(most) + ".",
                              "Publish it again."};
    std::string bytes(size, '\0');
    gsize got = 0;
    if (!g_input_stream_read_all(stream.get(), bytes.data(), size, &got, nullptr, error.out()) || got != size)
        return diskFault(error, path);
    return bytes;
}

content::Outcome Repository::checkOut(const std::string &checksum, const std::filesystem::path &folder)
{
    OstreeRepo *repo = m_state->repo.get();
    content::Outcome ours = walk(repo, checksum, [&](const TreeEntry &entry) { return isOurs(repo, entry); });
    if (!ours)
        return ours;
    if (std::filesystem::exists(std::filesystem::symlink_status(folder)))
        return content::Fault{"disk-failed", folder, "Something stands there already.", "Move it away."};
    OstreeRepoCheckoutAtOptions options{};
    options.mode = OSTREE_REPO_CHECKOUT_MODE_USER;
    options.overwrite_mode = OSTREE_REPO_CHECKOUT_OVERWRITE_NONE;
    options.enable_fsync = TRUE;
    GlibError error;
    content::Outcome done = content::Nothing{};
    if (!ostree_repo_checkout_at(repo, &options, AT_FDCWD, folder.c_str(), checksum.c_str(), nullptr, error.out()))
        done = diskFault(error, folder);
    else
        done = syncFolders(folder);
    if (!done) {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    return done;
}

content::Outcome Repository::verify(const std::string &checksum)
{
    OstreeRepo *repo = m_state->repo.get();
    if (!has(checksum))
        return notWhole(checksum);
    GlibError error;
    GHashTable *raw = nullptr;
    if (!ostree_repo_traverse_commit(repo, checksum.c_str(), 0, &raw, nullptr, error.out()))
        return diskFault(error, checksum, "release-damaged");
    const TablePtr reachable(raw);
    std::string damaged;
    GHashTableIter iter;
    gpointer key = nullptr;
    for (g_hash_table_iter_init(&iter, reachable.get()); g_hash_table_iter_next(&iter, &key, nullptr);) {
        const char *name = nullptr;
        OstreeObjectType type = OSTREE_OBJECT_TYPE_FILE;
        ostree_object_name_deserialize(static_cast<GVariant *>(key), &name, &type);
        if (ostree_repo_fsck_object(repo, type, name, nullptr, error.out()))
            continue;
        damaged = std::string(name) + "." + ostree_object_type_to_string(type);
        if (content::Outcome dropped = drop(repo, type, name, checksum); !dropped)
            return dropped;
    }
    if (!damaged.empty())
        return notWhole(damaged);
    return content::Nothing{};
}

} // namespace porchlight::release
