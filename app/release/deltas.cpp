// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/deltas.h"

#include "release/fine_delta.h"

#include <fstream>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr guint wholeMegabytes = 1;      // an object that is new and larger comes by itself, so that a cut costs less
constexpr guint partMegabytes = 1;       // a part that has come is kept when the line is cut
constexpr guint comparedMegabytes = 256; // the largest file that is compared byte by byte

constexpr gsize metadataAt = 0;
constexpr gsize fallbackAt = 7;

void write(const fs::path &file, const std::string &bytes)
{
    std::ofstream out(file, std::ios::binary);
    out << bytes << std::flush;
    if (!out)
        throw content::Fault{"disk-full", file.string(), "It can't be written.",
                             "Make room, and try again: nothing was changed."};
}

VariantPtr superblockOf(const std::string &bytes)
{
    const BytesPtr held(g_bytes_new(bytes.data(), bytes.size()));
    return sunk(g_variant_new_from_bytes(G_VARIANT_TYPE(superblockType), held.get(), FALSE));
}

VariantPtr readSuperblock(const fs::path &file)
{
    return superblockOf(bytesOf(file));
}

/// Of the objects that come beside a delta.
std::uint64_t besideBytes(const std::string &superblock)
{
    const VariantPtr whole = superblockOf(superblock);
    const VariantPtr fallback(g_variant_get_child_value(whole.get(), fallbackAt));
    std::uint64_t bytes = 0;
    for (gsize i = 0; i < g_variant_n_children(fallback.get()); ++i) {
        guint64 compressed = 0;
        g_variant_get_child(fallback.get(), i, "(y@aytt)", nullptr, nullptr, &compressed, nullptr);
        bytes += compressed; // in this machine's order, as libostree writes it unless it is told otherwise
    }
    return bytes;
}

void generate(const Archive &archive, const std::string &from, const std::string &to)
{
    GVariantDict dict;
    g_variant_dict_init(&dict, nullptr);
    g_variant_dict_insert(&dict, "min-fallback-size", "u", wholeMegabytes);
    g_variant_dict_insert(&dict, "max-chunk-size", "u", partMegabytes);
    g_variant_dict_insert(&dict, "max-bsdiff-size", "u", comparedMegabytes);
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
    return bytes + besideBytes(bytesOf(folder / "superblock"));
}

} // namespace

std::uint64_t makeDelta(const Archive &archive, const std::string &from, const std::string &to)
{
    const fs::path folder = archive.folder() / deltaFolder(from, to);
    fs::remove_all(folder); // what a run left that was killed
    generate(archive, from, to);
    const std::uint64_t bytes = fetchedBytes(archive, from, to);
    const auto fine = fineDelta(archive, from, to, readSuperblock(folder / "superblock").get());
    if (!fine || fine->superblock.size() + fine->part.size() + besideBytes(fine->superblock) >= bytes)
        return bytes;
    fs::remove_all(folder);
    fs::create_directories(folder);
    // Apart from the head file, which stays small: it is fetched anew when a reviewer has signed.
    write(folder / "0", fine->part);
    write(folder / "superblock", fine->superblock);
    return fetchedBytes(archive, from, to);
}

std::uint64_t storedBytes(const Archive &archive, const std::string &checksum)
{
    std::uint64_t bytes = 0;
    forEachObject(archive, checksum, [&](OstreeObjectType type, const char *name) {
        GlibError error;
        guint64 size = 0;
        if (!ostree_repo_query_object_storage_size(archive.repo(), type, name, &size, nullptr, error.out()))
            throwError(error, "repository-unusable", archive.folder().string());
        bytes += size;
    });
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
