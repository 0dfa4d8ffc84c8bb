// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/commit_metadata.h"
#include "release/fetch_watch.h"
#include "release/piece_fetch.h"
#include "release/repository_state.h"

#include <algorithm>
#include <system_error>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr const char *piecesName = "pieces"; // below the repository; it is there while a line breaks again and again
/// An update may need a few bytes only of what has changed in a large file; this much is brought whole, if it must be.
constexpr std::uint64_t largeInUpdates = 1U << 20;

class GiveUp {
public:
    explicit GiveUp(OstreeRepo *repo) : m_repo(repo) {}
    GiveUp(const GiveUp &) = delete;
    GiveUp &operator=(const GiveUp &) = delete;
    ~GiveUp()
    {
        if (m_repo)
            ostree_repo_abort_transaction(m_repo, nullptr, nullptr);
    }
    void notAnyMore() { m_repo = nullptr; }

private:
    OstreeRepo *m_repo;
};

/// From a file as the archive has it into the repository, if it is what its sum says.
content::Outcome import(OstreeRepo *repo, const fs::path &file, const std::string &checksum, const std::string &source)
{
    const ObjectPtr<GFile> path(g_file_new_for_path(file.c_str()));
    GInputStream *rawInput = nullptr;
    GFileInfo *rawInfo = nullptr;
    GVariant *rawAttributes = nullptr;
    GlibError error;
    const bool parsed =
        ostree_content_file_parse(TRUE, path.get(), FALSE, &rawInput, &rawInfo, &rawAttributes, nullptr, error.out());
    const ObjectPtr<GInputStream> input(rawInput);
    const ObjectPtr<GFileInfo> info(rawInfo);
    const VariantPtr attributes(rawAttributes);
    rawInput = nullptr;
    guint64 length = 0;
    if (!parsed || !ostree_raw_file_to_content_stream(input.get(), info.get(), attributes.get(), &rawInput, &length,
                                                      nullptr, error.out()))
        return fetchFault(error, source);
    const ObjectPtr<GInputStream> content(rawInput);
    if (!ostree_repo_prepare_transaction(repo, nullptr, nullptr, error.out()))
        return diskFault(error, file);
    GiveUp transaction(repo);
    if (!ostree_repo_write_content(repo, checksum.c_str(), content.get(), length, nullptr, nullptr, error.out()))
        return fetchFault(error, source);
    if (!ostree_repo_commit_transaction(repo, nullptr, nullptr, error.out()))
        return diskFault(error, file);
    transaction.notAnyMore();
    return content::Nothing{};
}

bool isRelease(OstreeRepo *repo, const char *checksum)
{
    GVariant *raw = nullptr;
    OstreeRepoCommitState state{};
    if (!ostree_repo_load_commit(repo, checksum, &raw, &state, nullptr))
        return false;
    const VariantPtr commit(raw);
    const VariantPtr metadata(g_variant_get_child_value(commit.get(), 0));
    const auto facts = readCommitMetadata(metadata.get(), checksum);
    return facts && facts->kind == CommitFacts::Kind::Release && !(state & OSTREE_REPO_COMMIT_STATE_PARTIAL);
}

/// Is there a release here from which this one may be an update?
bool isUpdate(OstreeRepo *repo, const std::string &checksum)
{
    GHashTable *raw = nullptr;
    if (!ostree_repo_list_commit_objects_starting_with(repo, "", &raw, nullptr, nullptr))
        return false;
    const TablePtr commits(raw);
    GHashTableIter iter;
    g_hash_table_iter_init(&iter, commits.get());
    gpointer key = nullptr;
    while (g_hash_table_iter_next(&iter, &key, nullptr)) {
        const char *name = nullptr;
        OstreeObjectType type = OSTREE_OBJECT_TYPE_COMMIT;
        ostree_object_name_deserialize(static_cast<GVariant *>(key), &name, &type);
        if (name != checksum && isRelease(repo, name))
            return true;
    }
    return false;
}

} // namespace

bool Repository::State::wasCut() const
{
    std::error_code failed;
    return fs::exists(folder / piecesName, failed);
}

void Repository::State::setCut(bool cut) const
{
    // That it fails is no fault: it costs bytes, should the line break again.
    std::error_code failed;
    if (cut)
        fs::create_directory(folder / piecesName, failed);
    else
        fs::remove_all(folder / piecesName, failed);
}

content::Result<std::uint64_t> Repository::State::fetchLarge(const std::string &checksum, const Limits &limits,
                                                             const std::function<bool(const Progress &)> &told)
{
    std::uint64_t brought = 0;
    const bool update = isUpdate(repo.get(), checksum);
    if (source.kind != Source::Kind::Web || (update && !wasCut()))
        return brought;
    GlibError error;
    GVariant *raw = nullptr;
    if (!ostree_repo_load_variant(repo.get(), OSTREE_OBJECT_TYPE_COMMIT, checksum.c_str(), &raw, error.out()))
        return diskFault(error, folder);
    const VariantPtr commit(raw);
    const VariantPtr metadata(g_variant_get_child_value(commit.get(), 0));
    const auto facts = readCommitMetadata(metadata.get(), sourceName());
    if (!facts)
        return facts.fault();

    const FileSizeCap cap(limits.largest + limits.largest / 64);
    for (const LargeObject &object : facts->large) {
        gboolean here = FALSE;
        if (!ostree_repo_has_object(repo.get(), OSTREE_OBJECT_TYPE_FILE, object.checksum.c_str(), &here, nullptr,
                                    error.out()))
            return diskFault(error, folder);
        if (here || object.stored < (update ? largeInUpdates : largeFrom) || object.stored > limits.bytes)
            continue;
        setCut(true); // the folder that it is gathered in
        const Piecewise piece{source.url + "/objects/" + object.checksum.substr(0, 2) + "/" +
                                  object.checksum.substr(2) + ".filez",
                              folder / piecesName / object.checksum, object.stored, limits.stalledSeconds};
        const auto tell = [&](std::uint64_t bytes) { return !told || told({brought + bytes, 0}); };
        if (auto fetched = fetchPiecewise(piece, tell); !fetched)
            return fetched.fault();
        const auto imported = import(repo.get(), piece.file, object.checksum, sourceName());
        std::error_code failed;
        fs::remove(piece.file, failed); // it is here now, or it is wrong, and begun anew
        if (!imported)
            return imported.fault();
        brought += object.stored;
    }
    return brought;
}

content::Outcome Repository::State::keepEach(bool each)
{
    constexpr const char *group = "core";
    constexpr const char *key = "per-object-fsync";
    GlibError error;
    const KeyFilePtr config(ostree_repo_copy_config(repo.get()));
    if ((g_key_file_get_boolean(config.get(), group, key, nullptr) != FALSE) == each)
        return content::Nothing{};
    g_key_file_set_boolean(config.get(), group, key, static_cast<gboolean>(each));
    if (!ostree_repo_write_config(repo.get(), config.get(), error.out()) ||
        !ostree_repo_reload_config(repo.get(), nullptr, error.out()))
        return diskFault(error, folder);
    return content::Nothing{};
}

} // namespace porchlight::release
