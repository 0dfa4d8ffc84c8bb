// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/repository.h"

#include "release/atomic_file.h"
#include "release/fetch_watch.h"
#include "release/repository_state.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace porchlight::release {

namespace {

constexpr const char *fingerprintOption = "porchlight-keys"; // in the remote's settings: which keys it has
constexpr const char *folderRemote = "folder";
constexpr std::size_t mostRemotes = 16;
constexpr std::size_t largestKeyring = 16 << 20;

/// Fetches come in one piece per call; what a setting of the system could add to that is shut out.
constexpr const char *repositorySettings[][2] = {
    {"min-free-space-percent", "0"}, // the agent keeps the reserve, and says so in words
    {"tmp-expiry-secs", "3600"},
    {"fsync", "true"},
};

bool isRefOfOurs(const std::string &ref)
{
    return ref.starts_with("porchlight/") && ostree_validate_rev(ref.c_str(), nullptr);
}

/// Opens, or makes where there is none.
bool openOrMake(OstreeRepo *repo, GlibError &error)
{
    return ostree_repo_create(repo, OSTREE_REPO_MODE_BARE_USER_ONLY, nullptr, error.out()) &&
           ostree_repo_open(repo, nullptr, error.out());
}

bool applySettings(OstreeRepo *repo, GlibError &error)
{
    const KeyFilePtr config(ostree_repo_copy_config(repo));
    bool changed = false;
    for (const auto &[key, value] : repositorySettings) {
        const CharsPtr now(g_key_file_get_value(config.get(), "core", key, nullptr));
        if (now && std::string(now.get()) == value)
            continue;
        g_key_file_set_value(config.get(), "core", key, value);
        changed = true;
    }
    return !changed || (ostree_repo_write_config(repo, config.get(), error.out()) &&
                        ostree_repo_reload_config(repo, nullptr, error.out()));
}

std::string remoteFor(const Source &source)
{
    // A name for each address, so that one server's list of releases never answers for another's.
    return source.kind == Source::Kind::Folder ? folderRemote : "web-" + sha256(source.url).substr(0, 16);
}

std::string urlOf(const Source &source)
{
    if (source.kind == Source::Kind::Web)
        return source.url;
    const CharsPtr url(g_filename_to_uri(source.folder.c_str(), nullptr, nullptr));
    return url ? url.get() : "";
}

bool dropRemote(OstreeRepo *repo, const char *name, GlibError &error)
{
    return ostree_repo_remote_change(repo, nullptr, OSTREE_REPO_REMOTE_CHANGE_DELETE_IF_EXISTS, name, nullptr, nullptr,
                                     nullptr, error.out());
}

/// Addresses that nobody uses any more must not gather.
bool dropForgotten(OstreeRepo *repo, const std::string &present, GlibError &error)
{
    guint count = 0;
    const StringsPtr names(ostree_repo_remote_list(repo, &count));
    if (count <= mostRemotes)
        return true;
    for (guint i = 0; i < count; ++i)
        if (names.get()[i] != present && !dropRemote(repo, names.get()[i], error))
            return false;
    return true;
}

using Heads = std::map<std::string, std::string>;

/// One "a(s(taya{sv}))" of a summary.
bool addRefs(GVariant *refs, Heads &heads)
{
    GVariantIter iter;
    g_variant_iter_init(&iter, refs);
    const char *name = nullptr;
    GVariant *raw = nullptr;
    while (g_variant_iter_next(&iter, "(&s@(taya{sv}))", &name, &raw)) {
        const VariantPtr row(raw);
        if (!isRefOfOurs(name))
            continue;
        const VariantPtr bytes(g_variant_get_child_value(row.get(), 1));
        if (g_variant_n_children(bytes.get()) != OSTREE_SHA256_DIGEST_LEN)
            return false;
        const CharsPtr checksum(ostree_checksum_from_bytes_v(bytes.get()));
        heads[name] = checksum.get();
    }
    return true;
}

/// What a summary says for `collection`; nothing of other collections.
content::Result<Heads> readSummary(GBytes *bytes, const std::string &collection, const std::string &where)
{
    const content::Fault damaged{"source-damaged", where, "Its list of releases has no form we know.",
                                 "Publish it again, or use another source."};
    const VariantPtr summary = sunk(g_variant_new_from_bytes(OSTREE_SUMMARY_GVARIANT_FORMAT, bytes, /*trusted*/ FALSE));
    if (!g_variant_is_normal_form(summary.get()))
        return damaged;
    const VariantPtr own(g_variant_get_child_value(summary.get(), 0));
    const VariantPtr more(g_variant_get_child_value(summary.get(), 1));
    const VariantPtr name(g_variant_lookup_value(more.get(), "ostree.summary.collection-id", G_VARIANT_TYPE_STRING));
    const VariantPtr map(
        g_variant_lookup_value(more.get(), "ostree.summary.collection-map", G_VARIANT_TYPE("a{sa(s(taya{sv}))}")));
    Heads heads;
    bool found = false;
    if (name && collection == g_variant_get_string(name.get(), nullptr)) {
        found = true;
        if (!addRefs(own.get(), heads))
            return damaged;
    }
    if (map) {
        const VariantPtr refs(g_variant_lookup_value(map.get(), collection.c_str(), G_VARIANT_TYPE("a(s(taya{sv}))")));
        if (refs) {
            found = true;
            if (!addRefs(refs.get(), heads))
                return damaged;
        }
    }
    if (!found)
        return content::Fault{"binding-wrong", where, "This is the list of another collection than " + collection + ".",
                              "Look at the address, or name the right collection."};
    return heads;
}

} // namespace

Repository::Repository(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;
Repository::~Repository() = default;

content::Result<Repository> Repository::open(const std::filesystem::path &folder)
{
    auto state = std::make_unique<State>();
    state->folder = folder;
    std::error_code failed;
    // Whatever keys the system trusts for its own updates, they do not count here.
    const std::filesystem::path noKeys = folder / "no-keys";
    std::filesystem::create_directories(noKeys, failed);
    setenv("OSTREE_GPG_HOME", noKeys.c_str(), 1);
    const ObjectPtr<GFile> path(g_file_new_for_path(folder.c_str()));
    state->repo.reset(ostree_repo_new(path.get()));
    GlibError error;
    if (!openOrMake(state->repo.get(), error) || !applySettings(state->repo.get(), error))
        return diskFault(error, folder);
    if (ostree_repo_get_mode(state->repo.get()) != OSTREE_REPO_MODE_BARE_USER_ONLY)
        return content::Fault{"disk-failed", folder, "This repository was made by another program, in another mode.",
                              "Move it away: it is made anew."};
    return Repository(std::move(state));
}

content::Outcome Repository::use(const Source &source, const Trust &trust, const std::string &collection)
{
    State &state = *m_state;
    const content::Result<PublicKeys> keys = readPublicKeys(trust.keyring);
    if (!keys)
        return keys.fault();
    if (source.kind == Source::Kind::Web)
        reachOnly(source.url);
    const std::string name = remoteFor(source);
    const std::string url = urlOf(source);
    const bool web = source.kind == Source::Kind::Web;
    // Keys, address and collection as they were: nothing to do, and no process of GPG to start.
    const std::string given = sha256(url + '\n' + collection + '\n' + keys->packets);
    const std::filesystem::path keyring = state.folder / (name + ".trustedkeys.gpg");
    // GPG does not flush what it writes: after a power cut half of it may stand there, and nobody's signature would
    // count.
    const auto wanted = [&] { return given + '-' + sha256(readSmall(keyring, largestKeyring).value_or("")); };
    OstreeRepo *repo = state.repo.get();
    GlibError error;
    char *raw = nullptr;
    ostree_repo_get_remote_option(repo, name.c_str(), fingerprintOption, nullptr, &raw, error.out());
    const CharsPtr known(raw);
    if (!known || wanted() != known.get()) {
        GVariantDict options;
        g_variant_dict_init(&options, nullptr);
        g_variant_dict_insert(&options, "gpg-verify", "b", TRUE);
        g_variant_dict_insert(&options, "gpg-verify-summary", "b", static_cast<gboolean>(web));
        g_variant_dict_insert(&options, "collection-id", "s", collection.c_str());
        const VariantPtr first = sunk(g_variant_dict_end(&options));
        guint imported = 0;
        const ObjectPtr<GInputStream> stream(g_memory_input_stream_new_from_data(
            keys->packets.data(), static_cast<gssize>(keys->packets.size()), nullptr));
        // The mark comes last: killed before it, all is done again. Deleting takes the old keys with it.
        if (!dropRemote(repo, name.c_str(), error) || !dropForgotten(repo, name, error) ||
            !ostree_repo_remote_change(repo, nullptr, OSTREE_REPO_REMOTE_CHANGE_ADD, name.c_str(), url.c_str(),
                                       first.get(), nullptr, error.out()) ||
            !ostree_repo_remote_gpg_import(repo, name.c_str(), stream.get(), nullptr, &imported, nullptr, error.out()))
            return diskFault(error, trust.keyring);
        const KeyFilePtr config(ostree_repo_copy_config(repo));
        g_key_file_set_string(config.get(), ("remote \"" + name + "\"").c_str(), fingerprintOption, wanted().c_str());
        if (!ostree_repo_write_config(repo, config.get(), error.out()) ||
            !ostree_repo_reload_config(repo, nullptr, error.out()))
            return diskFault(error, state.folder);
    }
    state.source = source;
    state.trust = trust;
    state.collection = collection;
    state.remote = name;
    state.summary.reset();
    state.summarySignatures.reset();
    return content::Nothing{};
}

void Repository::waitAtMost(std::chrono::seconds patience)
{
    m_state->patience = static_cast<int>(patience.count());
}

content::Result<std::map<std::string, std::string>> Repository::heads()
{
    State &state = *m_state;
    GlibError error;
    if (state.source.kind == Source::Kind::Folder) {
        content::Result<ObjectPtr<OstreeRepo>> folder = openFolder(state.source);
        if (!folder)
            return folder.fault();
        Heads heads;
        GHashTable *table = nullptr;
        if (!ostree_repo_list_refs((*folder).get(), nullptr, &table, nullptr, error.out()))
            return fetchFault(error, state.sourceName());
        const TablePtr plain(table);
        GHashTableIter iter;
        gpointer key = nullptr;
        gpointer value = nullptr;
        for (g_hash_table_iter_init(&iter, plain.get()); g_hash_table_iter_next(&iter, &key, &value);)
            if (isRefOfOurs(static_cast<const char *>(key)))
                heads[static_cast<const char *>(key)] = static_cast<const char *>(value);
        table = nullptr;
        if (!ostree_repo_list_collection_refs((*folder).get(), state.collection.c_str(), &table,
                                              OSTREE_REPO_LIST_REFS_EXT_EXCLUDE_REMOTES, nullptr, error.out()))
            return fetchFault(error, state.sourceName());
        // What stands under our collection's name goes before what stands under none.
        const TablePtr collected(table);
        for (g_hash_table_iter_init(&iter, collected.get()); g_hash_table_iter_next(&iter, &key, &value);) {
            const auto *ref = static_cast<const OstreeCollectionRef *>(key);
            if (isRefOfOurs(ref->ref_name))
                heads[ref->ref_name] = static_cast<const char *>(value);
        }
        return heads;
    }

    GBytes *summary = nullptr;
    GBytes *signatures = nullptr;
    const ObjectPtr<GCancellable> cancellable(g_cancellable_new());
    const FileSizeCap cap(mostPreamble);
    const OwnContext context;
    FetchWatch::End end = FetchWatch::End::None;
    gboolean fetched = FALSE;
    {
        const FetchWatch watch(mostPreamble, state.patience, cancellable.get(), nullptr);
        fetched = ostree_repo_remote_fetch_summary_with_options(state.repo.get(), state.remote.c_str(), nullptr,
                                                                &summary, &signatures, cancellable.get(), error.out());
        end = watch.end();
    }
    state.summary.reset(summary);
    state.summarySignatures.reset(signatures);
    if (end == FetchWatch::End::Stalled)
        return stalledFault(state.sourceName());
    if (end == FetchWatch::End::TooMuch)
        return tooMuchFault(state.sourceName());
    if (!fetched)
        return fetchFault(error, state.sourceName());
    if (!summary)
        return content::Fault{"source-lacks", state.sourceName(), "There is no list of releases there.",
                              "Look at the address; it must be that of the published folder."};
    return readSummary(summary, state.collection, state.sourceName());
}

} // namespace porchlight::release
