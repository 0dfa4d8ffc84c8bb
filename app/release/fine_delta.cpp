// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/fine_delta.h"

#include "release/byte_difference.h"
#include "release/deltas.h"

#include <lzma.h>

#include <map>

namespace porchlight::release {

namespace {

// The format is that of libostree's static deltas: a superblock, and parts of data and of operations on them.
constexpr gsize partsAt = 6;
constexpr gsize fallbackAt = 7;
constexpr gsize entryObjectsAt = 4;
constexpr gsize entryBytes = 1 + OSTREE_SHA256_DIGEST_LEN;
constexpr std::uint64_t largestPart =
    1 << 20; // a larger one has parts, so that what has come is kept when the line is cut
constexpr std::uint64_t mostCompared = 64 << 20; // of all new objects; all of it stands in memory

struct Part {
    std::string data;
    std::string operations;

    void op(char code, std::initializer_list<std::uint64_t> numbers)
    {
        operations += code;
        for (std::uint64_t number : numbers) {
            for (; number >= 0x80; number >>= 7)
                operations += static_cast<char>((number & 0x7f) | 0x80);
            operations += static_cast<char>(number);
        }
    }
    std::uint64_t put(std::string_view bytes)
    {
        const std::uint64_t at = data.size();
        data += bytes;
        return at;
    }
};

std::string hexOf(const guchar *bytes)
{
    return CharsPtr(ostree_checksum_from_bytes(bytes)).get();
}

/// Checksums of the files of a commit, by path.
void listFiles(GFile *folder, const std::string &below, std::map<std::string, std::string> &files)
{
    const ObjectPtr<GFileEnumerator> entries(g_file_enumerate_children(
        folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, nullptr, nullptr));
    while (entries) {
        GFileInfo *info = nullptr;
        GFile *child = nullptr;
        if (!g_file_enumerator_iterate(entries.get(), &info, &child, nullptr, nullptr) || !info)
            break;
        const std::string path = below + "/" + g_file_info_get_name(info);
        if (g_file_info_get_file_type(info) == G_FILE_TYPE_DIRECTORY)
            listFiles(child, path, files);
        else if (const char *checksum = ostree_repo_file_get_checksum(OSTREE_REPO_FILE(child)))
            files[path] = checksum;
    }
}

std::map<std::string, std::string> filesOf(const Archive &archive, const std::string &commit)
{
    GlibError error;
    GFile *raw = nullptr;
    if (!ostree_repo_read_commit(archive.repo(), commit.c_str(), &raw, nullptr, nullptr, error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
    const ObjectPtr<GFile> root(raw);
    std::map<std::string, std::string> files;
    listFiles(root.get(), "", files);
    return files;
}

/// For each new file the one that had its path before.
std::map<std::string, std::string> sourcesOf(const Archive &archive, const std::string &from, const std::string &to)
{
    const auto before = filesOf(archive, from);
    std::map<std::string, std::string> sources;
    for (const auto &[path, checksum] : filesOf(archive, to))
        if (const auto old = before.find(path); old != before.end() && old->second != checksum)
            sources.emplace(checksum, old->second);
    return sources;
}

std::string contentOf(const Archive &archive, const std::string &checksum)
{
    GlibError error;
    GInputStream *raw = nullptr;
    if (!ostree_repo_load_file(archive.repo(), checksum.c_str(), &raw, nullptr, nullptr, nullptr, error.out()) || !raw)
        throwError(error, "repository-unusable", archive.folder().string());
    const ObjectPtr<GInputStream> in(raw);
    std::string bytes;
    std::vector<char> buffer(1 << 16);
    gsize got = 0;
    do {
        if (!g_input_stream_read_all(in.get(), buffer.data(), buffer.size(), &got, nullptr, error.out()))
            throwError(error, "repository-unusable", archive.folder().string());
        bytes.append(buffer.data(), got);
    } while (got == buffer.size());
    return bytes;
}

std::string metadataOf(const Archive &archive, OstreeObjectType type, const std::string &checksum)
{
    GlibError error;
    GVariant *raw = nullptr;
    if (!ostree_repo_load_variant(archive.repo(), type, checksum.c_str(), &raw, error.out()))
        throwError(error, "repository-unusable", archive.folder().string());
    const VariantPtr object(raw);
    return {static_cast<const char *>(g_variant_get_data(object.get())), g_variant_get_size(object.get())};
}

/// Operations that write a file. All our files have the first mode and no attributes: the first of each list.
void addFile(Part &part, const std::string &after, const std::string &before, const std::string &source)
{
    if (source.empty()) {
        part.op('S', {0, 0, after.size(), part.put(after)});
        return;
    }
    const std::vector<Piece> pieces = piecesOf(before, after);
    std::array<guchar, OSTREE_SHA256_DIGEST_LEN> name{};
    ostree_checksum_inplace_to_bytes(source.c_str(), name.data());
    const std::uint64_t nameAt = part.put({reinterpret_cast<const char *>(name.data()), name.size()});
    part.op('o', {0, 0, after.size()});
    bool reading = false;
    for (const Piece &piece : pieces) {
        if (piece.old != reading) {
            if (piece.old)
                part.op('r', {nameAt});
            else
                part.op('R', {});
            reading = piece.old;
        }
        part.op('w',
                {piece.size, piece.old ? piece.at : part.put(std::string_view(after).substr(piece.at, piece.size))});
    }
    if (reading)
        part.op('R', {});
    part.op('c', {});
}

GVariant *bytesVariant(const std::string &bytes)
{
    return g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, bytes.data(), bytes.size(), 1);
}

/// The part as it is sent: 'x', and xz of it.
std::string packed(const Part &part)
{
    constexpr guint32 mode = S_IFREG | 0644;
    GVariantBuilder modes;
    g_variant_builder_init(&modes, G_VARIANT_TYPE("a(uuu)"));
    g_variant_builder_add(&modes, "(uuu)", 0U, 0U, GUINT32_TO_BE(mode));
    GVariantBuilder attributes;
    g_variant_builder_init(&attributes, G_VARIANT_TYPE("aa(ayay)"));
    g_variant_builder_add_value(&attributes, g_variant_new_array(G_VARIANT_TYPE("(ayay)"), nullptr, 0));
    const VariantPtr payload = sunk(g_variant_new("(a(uuu)aa(ayay)@ay@ay)", &modes, &attributes,
                                                  bytesVariant(part.data), bytesVariant(part.operations)));
    const gsize size = g_variant_get_size(payload.get());
    std::string sent(lzma_stream_buffer_bound(size) + 1, '\0');
    sent[0] = 'x';
    std::size_t end = 1;
    const auto *bytes = static_cast<const std::uint8_t *>(g_variant_get_data(payload.get()));
    if (lzma_easy_buffer_encode(LZMA_PRESET_DEFAULT, LZMA_CHECK_CRC64, nullptr, bytes, size,
                                reinterpret_cast<std::uint8_t *>(sent.data()), &end, sent.size()) != LZMA_OK)
        return {};
    sent.resize(end);
    return sent;
}

/// The objects that libostree found to be new: a byte for the kind and the checksum, each.
std::string objectsIn(GVariant *superblock)
{
    std::string objects;
    const VariantPtr parts(g_variant_get_child_value(superblock, partsAt));
    for (gsize i = 0; i < g_variant_n_children(parts.get()); ++i) {
        const VariantPtr entry(g_variant_get_child_value(parts.get(), i));
        const VariantPtr list(g_variant_get_child_value(entry.get(), entryObjectsAt));
        objects.append(static_cast<const char *>(g_variant_get_data(list.get())), g_variant_get_size(list.get()));
    }
    return objects;
}

/// Objects that libostree would send whole, because they are large: those that were something else before go to
/// `objects`, the rest is returned.
VariantPtr splitFallback(GVariant *superblock, const std::map<std::string, std::string> &sources, std::string &objects)
{
    GVariantBuilder rest;
    g_variant_builder_init(&rest, G_VARIANT_TYPE("a(yaytt)"));
    const VariantPtr all(g_variant_get_child_value(superblock, fallbackAt));
    for (gsize i = 0; i < g_variant_n_children(all.get()); ++i) {
        const VariantPtr entry(g_variant_get_child_value(all.get(), i));
        const VariantPtr type(g_variant_get_child_value(entry.get(), 0));
        const VariantPtr checksum(g_variant_get_child_value(entry.get(), 1));
        const auto *bytes = static_cast<const guchar *>(g_variant_get_data(checksum.get()));
        const bool whole = g_variant_get_size(checksum.get()) != OSTREE_SHA256_DIGEST_LEN ||
                           g_variant_get_byte(type.get()) != OSTREE_OBJECT_TYPE_FILE || !sources.contains(hexOf(bytes));
        if (whole) {
            g_variant_builder_add_value(&rest, entry.get());
        } else {
            objects += static_cast<char>(OSTREE_OBJECT_TYPE_FILE);
            objects.append(reinterpret_cast<const char *>(bytes), OSTREE_SHA256_DIGEST_LEN);
        }
    }
    return sunk(g_variant_builder_end(&rest));
}

std::string withPart(GVariant *superblock, const std::string &part, const std::string &objects, std::uint64_t unpacked,
                     GVariant *fallback)
{
    const std::unique_ptr<GChecksum, FreeWith<g_checksum_free>> sum(g_checksum_new(G_CHECKSUM_SHA256));
    g_checksum_update(sum.get(), reinterpret_cast<const guchar *>(part.data()), static_cast<gssize>(part.size()));
    std::string digest(OSTREE_SHA256_DIGEST_LEN, '\0');
    gsize length = digest.size();
    g_checksum_get_digest(sum.get(), reinterpret_cast<guint8 *>(digest.data()), &length);

    GVariantBuilder builder;
    g_variant_builder_init(&builder, G_VARIANT_TYPE(superblockType));
    for (gsize i = 0; i < partsAt; ++i)
        g_variant_builder_add_value(&builder, VariantPtr(g_variant_get_child_value(superblock, i)).get());
    GVariant *entry = g_variant_new("(u@aytt@ay)", 0U, bytesVariant(digest), static_cast<guint64>(part.size()),
                                    static_cast<guint64>(unpacked), bytesVariant(objects));
    g_variant_builder_add_value(&builder, g_variant_new_array(nullptr, &entry, 1));
    g_variant_builder_add_value(&builder, fallback);
    const VariantPtr whole = sunk(g_variant_builder_end(&builder));
    return {static_cast<const char *>(g_variant_get_data(whole.get())), g_variant_get_size(whole.get())};
}

} // namespace

std::optional<FineDelta> fineDelta(const Archive &archive, const std::string &from, const std::string &to,
                                   GVariant *superblock)
{
    const auto sources = sourcesOf(archive, from, to);
    std::string objects = objectsIn(superblock);
    const VariantPtr fallback = splitFallback(superblock, sources, objects);
    if (objects.empty() || objects.size() % entryBytes != 0)
        return std::nullopt;
    Part part;
    std::uint64_t unpacked = 0;
    for (std::size_t i = 0; i < objects.size(); i += entryBytes) {
        const auto type = static_cast<OstreeObjectType>(objects[i]);
        const std::string checksum = hexOf(reinterpret_cast<const guchar *>(objects.data() + i + 1));
        if (type != OSTREE_OBJECT_TYPE_FILE) {
            const std::string bytes = metadataOf(archive, type, checksum);
            part.op('S', {bytes.size(), part.put(bytes)});
            unpacked += bytes.size();
        } else {
            const std::string after = contentOf(archive, checksum);
            const auto source = sources.find(checksum);
            const std::string before = source == sources.end() ? "" : contentOf(archive, source->second);
            addFile(part, after, before, source == sources.end() ? "" : source->second);
            unpacked += after.size();
        }
        if (unpacked > mostCompared)
            return std::nullopt;
    }
    const std::string sent = packed(part);
    if (sent.empty() || sent.size() > largestPart)
        return std::nullopt;
    return FineDelta{withPart(superblock, sent, objects, unpacked, fallback.get()), sent};
}

} // namespace porchlight::release
