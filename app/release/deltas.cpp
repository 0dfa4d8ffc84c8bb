// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/deltas.h"

#include <fstream>
#include <iterator>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr guint wholeMegabytes = 1;      // an object that is new and larger comes by itself, so that a cut costs less
constexpr guint partMegabytes = 1;       // a part that has come is kept when the line is cut
constexpr guint comparedMegabytes = 256; // the largest file that is compared byte by byte
constexpr std::uint64_t inlineBytes = 1 << 20; // a delta below this is one file: one request

constexpr const char *superblockType = "(a{sv}tayay(a{sv}aya(say)sstayay)aya(uayttay)a(yaytt))";
constexpr gsize metadataAt = 0;
constexpr gsize fallbackAt = 7;

VariantPtr readSuperblock(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const BytesPtr held(g_bytes_new(bytes.data(), bytes.size()));
    return sunk(g_variant_new_from_bytes(G_VARIANT_TYPE(superblockType), held.get(), FALSE));
}

void generate(const Archive &archive, const std::string &from, const std::string &to, bool inlined)
{
    GVariantDict dict;
    g_variant_dict_init(&dict, nullptr);
    g_variant_dict_insert(&dict, "min-fallback-size", "u", wholeMegabytes);
    g_variant_dict_insert(&dict, "max-chunk-size", "u", partMegabytes);
    g_variant_dict_insert(&dict, "max-bsdiff-size", "u", comparedMegabytes);
    g_variant_dict_insert(&dict, "inline-parts", "b", static_cast<gboolean>(inlined));
    const VariantPtr asked = sunk(g_variant_dict_end(&dict));
    GlibError error;
    if (!ostree_repo_static_delta_generate(archive.repo(), OSTREE_STATIC_DELTA_GENERATE_OPT_MAJOR, from.c_str(),
                                           to.c_str(), nullptr, asked.get(), nullptr, error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
}

/// The files of a delta, and the objects that come beside it.
std::uint64_t fetchedBytes(const Archive &archive, const std::string &from, const std::string &to)
{
    const fs::path folder = archive.folder() / deltaFolder(from, to);
    std::uint64_t bytes = 0;
    for (const fs::directory_entry &file : fs::directory_iterator(folder))
        bytes += file.file_size();
    const VariantPtr superblock = readSuperblock(folder / "superblock");
    const VariantPtr fallback(g_variant_get_child_value(superblock.get(), fallbackAt));
    for (gsize i = 0; i < g_variant_n_children(fallback.get()); ++i) {
        guint64 compressed = 0;
        g_variant_get_child(fallback.get(), i, "(y@aytt)", nullptr, nullptr, &compressed, nullptr);
        bytes += GUINT64_FROM_BE(compressed);
    }
    return bytes;
}

} // namespace

std::uint64_t makeDelta(const Archive &archive, const std::string &from, const std::string &to)
{
    const fs::path folder = archive.folder() / deltaFolder(from, to);
    fs::remove_all(folder); // what a run left that was killed
    generate(archive, from, to, false);
    const std::uint64_t bytes = fetchedBytes(archive, from, to);
    if (bytes > inlineBytes)
        return bytes;
    fs::remove_all(folder);
    generate(archive, from, to, true);
    return fetchedBytes(archive, from, to);
}

std::uint64_t storedBytes(const Archive &archive, const std::string &checksum)
{
    GlibError error;
    GHashTable *raw = nullptr;
    if (!ostree_repo_traverse_commit(archive.repo(), checksum.c_str(), 0, &raw, nullptr, error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
    const TablePtr objects(raw);
    std::uint64_t bytes = 0;
    GHashTableIter iter;
    g_hash_table_iter_init(&iter, objects.get());
    gpointer key = nullptr;
    while (g_hash_table_iter_next(&iter, &key, nullptr)) {
        const char *name = nullptr;
        OstreeObjectType type = OSTREE_OBJECT_TYPE_FILE;
        ostree_object_name_deserialize(static_cast<GVariant *>(key), &name, &type);
        guint64 size = 0;
        if (!ostree_repo_query_object_storage_size(archive.repo(), type, name, &size, nullptr, error.out()))
            throwError(error, "repository-unusable", archive.folder().string());
        bytes += size;
    }
    return bytes;
}

Superblocks superblocksWithSignatures(const Archive &archive, const std::string &checksum)
{
    GlibError error;
    GVariant *raw = nullptr;
    if (!ostree_repo_read_commit_detached_metadata(archive.repo(), checksum.c_str(), &raw, nullptr, error.out()) ||
        !raw)
        throwError(error, "repository-unusable", archive.folder().string());
    const VariantPtr signatures(raw);
    Superblocks superblocks;
    for (const std::string &from : deltasTo(archive.repo(), checksum)) {
        const fs::path folder = deltaFolder(from, checksum);
        const VariantPtr before = readSuperblock(archive.folder() / folder / "superblock");
        GVariantDict dict;
        g_variant_dict_init(&dict, VariantPtr(g_variant_get_child_value(before.get(), metadataAt)).get());
        // Named by libostree as the file that it replaces.
        g_variant_dict_insert_value(&dict, (folder / "commitmeta").c_str(), signatures.get());
        GVariantBuilder builder;
        g_variant_builder_init(&builder, G_VARIANT_TYPE(superblockType));
        g_variant_builder_add_value(&builder, g_variant_dict_end(&dict));
        for (gsize i = metadataAt + 1; i < g_variant_n_children(before.get()); ++i)
            g_variant_builder_add_value(&builder, VariantPtr(g_variant_get_child_value(before.get(), i)).get());
        const VariantPtr after = sunk(g_variant_builder_end(&builder));
        superblocks[folder / "superblock"] = {static_cast<const char *>(g_variant_get_data(after.get())),
                                              g_variant_get_size(after.get())};
    }
    return superblocks;
}

} // namespace porchlight::release
