// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/repository_state.h"

#include <algorithm>

namespace porchlight::release {

content::Outcome Repository::keepOnly(const std::vector<std::string> &checksums)
{
    OstreeRepo *repo = m_state->repo.get();
    GlibError error;
    const auto refOf = [](const std::string &checksum) { return "kept/" + checksum; };
    std::vector<std::string> wanted;
    for (const std::string &checksum : checksums) {
        // Somebody may have removed it, or a bad disk: a ref that leads nowhere would stop every clean-up.
        if (!loadWhole(repo, OSTREE_OBJECT_TYPE_COMMIT, checksum))
            continue;
        wanted.push_back(refOf(checksum));
        if (!ostree_repo_set_ref_immediate(repo, nullptr, wanted.back().c_str(), checksum.c_str(), nullptr,
                                           error.out()))
            return diskFault(error, m_state->folder);
    }
    GHashTable *raw = nullptr;
    if (!ostree_repo_list_refs(repo, nullptr, &raw, nullptr, error.out()))
        return diskFault(error, m_state->folder);
    const TablePtr refs(raw);
    GHashTableIter iter;
    gpointer key = nullptr;
    for (g_hash_table_iter_init(&iter, refs.get()); g_hash_table_iter_next(&iter, &key, nullptr);) {
        const auto *spec = static_cast<const char *>(key);
        if (std::find(wanted.begin(), wanted.end(), spec) != wanted.end())
            continue;
        char *remote = nullptr;
        char *ref = nullptr;
        if (!ostree_parse_refspec(spec, &remote, &ref, error.out()))
            return diskFault(error, m_state->folder);
        const CharsPtr remoteName(remote);
        const CharsPtr refName(ref);
        if (!ostree_repo_set_ref_immediate(repo, remote, ref, nullptr, nullptr, error.out()))
            return diskFault(error, m_state->folder);
    }
    // Pruning looks into every commit, also those that go.
    raw = nullptr;
    if (!ostree_repo_list_commit_objects_starting_with(repo, "", &raw, nullptr, error.out()))
        return diskFault(error, m_state->folder);
    const TablePtr commits(raw);
    for (g_hash_table_iter_init(&iter, commits.get()); g_hash_table_iter_next(&iter, &key, nullptr);) {
        const char *checksum = nullptr;
        OstreeObjectType type = OSTREE_OBJECT_TYPE_COMMIT;
        ostree_object_name_deserialize(static_cast<GVariant *>(key), &checksum, &type);
        if (content::Outcome dropped = dropDamaged(repo, checksum); !dropped)
            return dropped;
    }
    gint total = 0;
    gint pruned = 0;
    guint64 bytes = 0;
    if (!ostree_repo_prune(repo, OSTREE_REPO_PRUNE_FLAGS_REFS_ONLY, 0, &total, &pruned, &bytes, nullptr, error.out()))
        return diskFault(error, m_state->folder);
    return content::Nothing{};
}

} // namespace porchlight::release
