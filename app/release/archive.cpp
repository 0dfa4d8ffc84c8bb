// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive.h"

#include "release/commit_metadata.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr const char *lookAtIt = "Name the folder of a repository that porchlight-content made, or one that is empty.";

/// Nobody else may write while one publishes. The file stays; the lock goes with its holder, however that ends.
int locked(const fs::path &folder)
{
    const fs::path file = folder / "tmp" / "porchlight.lock";
    fs::create_directories(file.parent_path());
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock < 0)
        throw content::Fault{"repository-unusable", file.string(), std::string(std::strerror(errno)) + ".",
                             "Publish as the user to whom the repository belongs."};
    if (::flock(lock, LOCK_EX | LOCK_NB) == 0)
        return lock;
    ::close(lock);
    throw content::Fault{"repository-busy", folder.string(), "Somebody else is publishing to it.",
                         "Wait until that is done, and try again."};
}

ObjectPtr<OstreeRepo> opened(const fs::path &folder)
{
    GlibError error;
    ObjectPtr<OstreeRepo> repo(ostree_repo_open_at(AT_FDCWD, folder.c_str(), nullptr, error.out()));
    if (!repo)
        throwError(error, "repository-unusable", folder.string());
    if (ostree_repo_get_mode(repo.get()) != OSTREE_REPO_MODE_ARCHIVE)
        throw content::Fault{"repository-unusable", folder.string(),
                             "It is not of the kind that a web server hands out.", lookAtIt};
    return repo;
}

ObjectPtr<OstreeRepo> made(const fs::path &folder, const std::string &collection)
{
    if (fs::exists(folder) && !fs::is_empty(folder))
        throw content::Fault{"repository-unusable", folder.string(), "There is something else in this folder.",
                             lookAtIt};
    if (!ostree_validate_collection_id(collection.c_str(), nullptr))
        throw content::Fault{"repository-unusable", collection, "This is no name of a collection.",
                             "Give one such as org.example.Content: parts of letters and digits, parted by dots."};
    fs::create_directories(folder);
    GVariantDict options;
    g_variant_dict_init(&options, nullptr);
    g_variant_dict_insert(&options, "collection-id", "s", collection.c_str());
    const VariantPtr asked = sunk(g_variant_dict_end(&options));
    GlibError error;
    ObjectPtr<OstreeRepo> repo(
        ostree_repo_create_at(AT_FDCWD, folder.c_str(), OSTREE_REPO_MODE_ARCHIVE, asked.get(), nullptr, error.out()));
    if (!repo)
        throwError(error, "repository-unusable", folder.string());
    return repo;
}

} // namespace

void throwError(const GlibError &error, const char *code, const std::string &where)
{
    // libostree keeps a part of the disk free, and says so in its own words.
    const bool full =
        error.is(G_IO_ERROR, G_IO_ERROR_NO_SPACE) || error.message().find("min-free-space") != std::string::npos;
    if (full)
        throw content::Fault{"disk-full", where, "The disk is full.", "Make room, and try again: nothing was changed."};
    throw content::Fault{code, where, error.message() + ".", "Mend this, and try again."};
}

Archive::Archive(fs::path folder, ObjectPtr<OstreeRepo> repo, int lock)
    : m_folder(std::move(folder)), m_repo(std::move(repo)), m_lock(lock)
{
}

Archive::Archive(Archive &&other) noexcept
    : m_folder(std::move(other.m_folder)), m_repo(std::move(other.m_repo)), m_lock(std::exchange(other.m_lock, -1))
{
}

Archive::~Archive()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

Archive Archive::open(const fs::path &folder)
{
    if (!fs::exists(folder / "config"))
        throw content::Fault{"repository-unusable", folder.string(), "There is no repository.", lookAtIt};
    Archive archive(folder, opened(folder), locked(folder));
    archive.finishWhatWasCut();
    return archive;
}

Archive Archive::openOrMake(const fs::path &folder, const std::string &collection)
{
    if (!fs::exists(folder / "config")) {
        auto repo = made(folder, collection.empty() ? defaultCollection : collection);
        return {folder, std::move(repo), locked(folder)};
    }
    Archive archive = open(folder);
    if (!collection.empty() && collection != archive.collection())
        throw content::Fault{"repository-unusable", folder.string(),
                             "It belongs to the collection " + archive.collection() + ", not to " + collection + ".",
                             "Leave --collection out, or use another repository."};
    return archive;
}

std::string Archive::collection() const
{
    const char *id = ostree_repo_get_collection_id(m_repo.get());
    return id ? id : "";
}

std::map<std::string, std::string> Archive::heads() const
{
    GlibError error;
    GHashTable *raw = nullptr;
    if (!ostree_repo_list_refs_ext(m_repo.get(), nullptr, &raw, OSTREE_REPO_LIST_REFS_EXT_NONE, nullptr, error.out()))
        throwError(error, "repository-unusable", m_folder.string());
    const TablePtr table(raw);
    std::map<std::string, std::string> heads;
    GHashTableIter iter;
    g_hash_table_iter_init(&iter, table.get());
    gpointer ref = nullptr;
    gpointer checksum = nullptr;
    while (g_hash_table_iter_next(&iter, &ref, &checksum))
        heads.emplace(static_cast<const char *>(ref), static_cast<const char *>(checksum));
    return heads;
}

std::string Archive::head(const std::string &ref) const
{
    const auto all = heads();
    const auto it = all.find(ref);
    if (it != all.end())
        return it->second;
    std::string known;
    for (const auto &[name, checksum] : all)
        known += (known.empty() ? "" : ", ") + name;
    throw content::Fault{"ref-missing", ref, "The repository does not have this.",
                         known.empty() ? "Publish a release first." : "It has: " + known + "."};
}

std::string Archive::newestOf(const std::string &site) const
{
    std::string newest;
    int highest = 0;
    for (const auto &[ref, checksum] : heads()) {
        if (!ref.starts_with(releaseRef(site, "")))
            continue;
        const int sequence = facts(checksum).sequence;
        if (sequence > highest) {
            highest = sequence;
            newest = checksum;
        }
    }
    return newest;
}

CommitFacts Archive::facts(const std::string &checksum) const
{
    GlibError error;
    GVariant *raw = nullptr;
    if (!ostree_repo_load_commit(m_repo.get(), checksum.c_str(), &raw, nullptr, error.out()))
        throwError(error, "repository-unusable", m_folder.string());
    const VariantPtr commit(raw);
    const VariantPtr metadata(g_variant_get_child_value(commit.get(), 0));
    return orThrow(readCommitMetadata(metadata.get(), checksum));
}

std::uint64_t Archive::timeOf(const std::string &checksum) const
{
    GlibError error;
    GVariant *raw = nullptr;
    if (!ostree_repo_load_commit(m_repo.get(), checksum.c_str(), &raw, nullptr, error.out()))
        throwError(error, "repository-unusable", m_folder.string());
    return ostree_commit_get_timestamp(VariantPtr(raw).get());
}

std::string Archive::parent(const std::string &checksum) const
{
    GVariant *raw = nullptr;
    if (!ostree_repo_load_commit(m_repo.get(), checksum.c_str(), &raw, nullptr, nullptr))
        return {};
    const VariantPtr commit(raw);
    const CharsPtr parent(ostree_commit_get_parent(commit.get()));
    return parent && has(parent.get()) ? parent.get() : std::string();
}

bool Archive::has(const std::string &checksum) const
{
    gboolean there = FALSE;
    return ostree_repo_has_object(m_repo.get(), OSTREE_OBJECT_TYPE_COMMIT, checksum.c_str(), &there, nullptr,
                                  nullptr) &&
           there;
}

std::string Archive::file(const std::string &checksum, const char *name) const
{
    GlibError error;
    GFile *raw = nullptr;
    if (!ostree_repo_read_commit(m_repo.get(), checksum.c_str(), &raw, nullptr, nullptr, error.out()))
        throwError(error, "repository-unusable", m_folder.string());
    const ObjectPtr<GFile> root(raw);
    const ObjectPtr<GFile> file(g_file_get_child(root.get(), name));
    char *bytes = nullptr;
    gsize size = 0;
    if (!g_file_load_contents(file.get(), nullptr, &bytes, &size, nullptr, error.out()))
        throwError(error, "file-missing", std::string(name) + " of " + checksum);
    const CharsPtr held(bytes);
    return {bytes, size};
}

PublishedKeys Archive::keys() const
{
    PublishedKeys keys;
    std::string from;
    for (const auto &[ref, checksum] : heads()) {
        if (!ref.starts_with("porchlight/"))
            continue; // `ostree summary` makes one of its own
        const int serial = facts(checksum).keysSerial;
        if (serial > keys.serial) {
            keys.serial = serial;
            from = checksum;
        }
    }
    if (keys.serial > 0)
        keys.bytes = file(from, keysFileName);
    return keys;
}

void Archive::dropOld(int history) const
{
    GlibError error;
    std::set<std::string> current;
    for (const auto &[ref, checksum] : heads())
        current.insert(checksum);
    GPtrArray *raw = nullptr;
    if (!ostree_repo_list_static_delta_names(m_repo.get(), &raw, nullptr, error.out()))
        throwError(error, "repository-unusable", m_folder.string());
    const ArrayPtr names(raw);
    for (guint i = 0; i < names->len; ++i) {
        const std::string name = static_cast<const char *>(g_ptr_array_index(names.get(), i));
        const std::size_t dash = name.find('-');
        const std::string from = dash == std::string::npos ? "" : name.substr(0, dash);
        const std::string to = dash == std::string::npos ? name : name.substr(dash + 1);
        if (!current.contains(to))
            fs::remove_all(m_folder / deltaFolder(from, to));
    }
    gint all = 0;
    gint dropped = 0;
    guint64 bytes = 0;
    if (!ostree_repo_prune(m_repo.get(), OSTREE_REPO_PRUNE_FLAGS_REFS_ONLY, history, &all, &dropped, &bytes, nullptr,
                           error.out()))
        throwError(error, "repository-unusable", m_folder.string());
}

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void forEachObject(const Archive &archive, const std::string &commit,
                   const std::function<void(OstreeObjectType type, const char *checksum)> &seen)
{
    GlibError error;
    GHashTable *raw = nullptr;
    if (!ostree_repo_traverse_commit(archive.repo(), commit.c_str(), 0, &raw, nullptr, error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
    const TablePtr objects(raw);
    GHashTableIter iter;
    g_hash_table_iter_init(&iter, objects.get());
    gpointer key = nullptr;
    while (g_hash_table_iter_next(&iter, &key, nullptr)) {
        const char *name = nullptr;
        OstreeObjectType type = OSTREE_OBJECT_TYPE_FILE;
        ostree_object_name_deserialize(static_cast<GVariant *>(key), &name, &type);
        seen(type, name);
    }
}

fs::path deltaFolder(const std::string &from, const std::string &to)
{
    const auto letters = [](const std::string &checksum) {
        std::array<guchar, OSTREE_SHA256_DIGEST_LEN> bytes{};
        ostree_checksum_inplace_to_bytes(checksum.c_str(), bytes.data());
        return std::string(CharsPtr(ostree_checksum_b64_from_bytes(bytes.data())).get());
    };
    const std::string name = from.empty() ? letters(to) : letters(from) + "-" + letters(to);
    return fs::path("deltas") / name.substr(0, 2) / name.substr(2);
}

std::vector<std::string> deltasTo(OstreeRepo *repo, const std::string &checksum)
{
    GlibError error;
    GPtrArray *raw = nullptr;
    if (!ostree_repo_list_static_delta_names(repo, &raw, nullptr, error.out()))
        throwError(error, "repository-unusable", "deltas");
    const ArrayPtr names(raw);
    std::vector<std::string> from;
    for (guint i = 0; i < names->len; ++i) {
        const std::string name = static_cast<const char *>(g_ptr_array_index(names.get(), i));
        const std::size_t dash = name.find('-');
        if (dash != std::string::npos && name.substr(dash + 1) == checksum)
            from.push_back(name.substr(0, dash));
    }
    return from;
}

} // namespace porchlight::release
