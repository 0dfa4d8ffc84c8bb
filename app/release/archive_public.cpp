// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

// tmp/porchlight-next holds what becomes public next: "refs" (a line each, with its commit), "summary", "summary.sig",
// and superblocks. It gets this name, by rename, once all of it is on the disk: from then on it will become public.
constexpr const char *nextName = "tmp/porchlight-next";
constexpr const char *draftName = "tmp/porchlight-draft";
constexpr const char *shadowName = "tmp/porchlight-shadow";

[[noreturn]] void throwErrno(const fs::path &file)
{
    const int number = errno;
    if (number == ENOSPC || number == EDQUOT)
        throw content::Fault{"disk-full", file.string(), "The disk is full.",
                             "Make room, and try again: nothing was changed."};
    throw fs::filesystem_error("write", file, std::error_code(number, std::generic_category()));
}

void flush(const fs::path &fileOrFolder)
{
    const int fd = ::open(fileOrFolder.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = fd >= 0 && ::fsync(fd) == 0;
    const int number = errno;
    if (fd >= 0)
        ::close(fd);
    errno = number;
    if (!done)
        throwErrno(fileOrFolder);
}

void write(const fs::path &file, const std::string &bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes << std::flush;
    if (!out)
        throwErrno(file);
    flush(file);
}

/// "deltas/AB/CD/superblock" as the name of one file, and back.
std::string nameOf(std::string path)
{
    std::replace(path.begin(), path.end(), '/', '%');
    return path;
}
std::string pathOf(std::string name)
{
    std::replace(name.begin(), name.end(), '%', '/');
    return name;
}

/// Replaces a file as a whole. On the disk once the folder is flushed.
void replace(const fs::path &folder, const fs::path &name, const std::string &bytes)
{
    const fs::path draft = folder / "tmp" / "porchlight-file";
    write(draft, bytes);
    fs::create_directories((folder / name).parent_path());
    fs::rename(draft, folder / name);
    flush((folder / name).parent_path());
}

/// Web servers tell the state of a file by the second it was changed and its size: one published twice in a second
/// would be taken for what it was before.
void makeNewer(const fs::path &file, fs::file_time_type than)
{
    const auto least = std::chrono::ceil<std::chrono::seconds>(than + std::chrono::nanoseconds{1});
    if (fs::last_write_time(file) < least)
        fs::last_write_time(file, least);
}

/// A repository that has the refs as they will be, and the objects and deltas of the real one: libostree makes and
/// signs the summary there, as long as it takes, while readers have the old one.
void makeSummary(OstreeRepo *real, const fs::path &folder, const std::map<std::string, std::string> &refs,
                 const SigningKey &key, const Superblocks &superblocks, const fs::path &into)
{
    const fs::path shadow = folder / shadowName;
    fs::remove_all(shadow);
    for (const char *made : {"refs/heads", "refs/remotes", "refs/mirrors", "state", "extensions", "tmp/cache"})
        fs::create_directories(shadow / made);
    fs::create_directory_symlink(fs::absolute(folder / "objects"), shadow / "objects");
    fs::copy_file(folder / "config", shadow / "config");
    for (const auto &[ref, checksum] : refs) {
        fs::create_directories((shadow / "refs/heads" / ref).parent_path());
        std::ofstream(shadow / "refs/heads" / ref) << checksum << '\n';
    }
    // Of a delta the summary holds the checksum of its superblock. Those to other commits nobody asks for any more.
    for (const auto &[ref, checksum] : refs) {
        for (const std::string &from : deltasTo(real, checksum)) {
            const fs::path delta = deltaFolder(from, checksum);
            fs::create_directories(shadow / delta);
            const auto replaced = superblocks.find(delta / "superblock");
            const fs::path kept = fs::absolute(folder / delta / "superblock");
            if (replaced != superblocks.end())
                write(shadow / delta / "superblock", replaced->second);
            else if (!fs::is_symlink(shadow / delta / "superblock"))
                fs::create_symlink(kept, shadow / delta / "superblock");
        }
    }
    GlibError error;
    const ObjectPtr<OstreeRepo> repo(ostree_repo_open_at(AT_FDCWD, shadow.c_str(), nullptr, error.out()));
    if (!repo || !ostree_repo_regenerate_summary(repo.get(), nullptr, nullptr, error.out()))
        throwError(error, "repository-unusable", folder.string());
    const char *keys[] = {key.fingerprint.c_str(), nullptr};
    if (!ostree_repo_add_gpg_signature_summary(repo.get(), keys, key.home(), nullptr, error.out()))
        throwError(error, "sign-failed", key.fingerprint);
    write(into / "summary", bytesOf(shadow / "summary"));
    write(into / "summary.sig", bytesOf(shadow / "summary.sig"));
    fs::remove_all(shadow);
}

constexpr const char *signaturesKey = "ostree.gpgsigs";

VariantPtr signaturesIn(const std::string &file)
{
    const BytesPtr bytes(g_bytes_new(file.data(), file.size()));
    return sunk(g_variant_new_from_bytes(G_VARIANT_TYPE_VARDICT, bytes.get(), FALSE));
}

/// One file with the signatures of two summaries: whichever of them a reader has, one is good.
std::string bothSignatures(const std::string &first, const std::string &second)
{
    GVariantBuilder list;
    g_variant_builder_init(&list, G_VARIANT_TYPE("aay"));
    for (const std::string *file : {&first, &second}) {
        const VariantPtr dict = signaturesIn(*file);
        const VariantPtr each(g_variant_lookup_value(dict.get(), signaturesKey, G_VARIANT_TYPE("aay")));
        for (gsize i = 0; each && i < g_variant_n_children(each.get()); ++i)
            g_variant_builder_add_value(&list, VariantPtr(g_variant_get_child_value(each.get(), i)).get());
    }
    GVariantDict dict;
    g_variant_dict_init(&dict, nullptr);
    g_variant_dict_insert_value(&dict, signaturesKey, g_variant_builder_end(&list));
    const VariantPtr both = sunk(g_variant_dict_end(&dict));
    return {static_cast<const char *>(g_variant_get_data(both.get())), g_variant_get_size(both.get())};
}

} // namespace

void Archive::makePublic(const std::map<std::string, std::string> &refs, const SigningKey &key,
                         const Superblocks &superblocks) const
{
    const fs::path draft = m_folder / draftName;
    fs::remove_all(draft);
    fs::create_directories(draft);
    std::map<std::string, std::string> all = heads();
    for (const auto &[ref, checksum] : refs)
        all[ref] = checksum;
    std::string lines;
    for (const auto &[ref, checksum] : refs)
        lines += checksum + ' ' + ref + '\n';
    write(draft / "refs", lines);
    fs::create_directories(draft / "superblocks");
    for (const auto &[path, bytes] : superblocks)
        write(draft / "superblocks" / nameOf(path), bytes);
    makeSummary(m_repo.get(), m_folder, all, key, superblocks, draft);
    flush(draft / "superblocks");
    flush(draft);
    fs::rename(draft, m_folder / nextName);
    flush(m_folder / "tmp");
    finishWhatWasCut();
}

void Archive::finishWhatWasCut() const
{
    const fs::path next = m_folder / nextName;
    fs::remove_all(m_folder / shadowName);
    fs::remove_all(m_folder / draftName);
    if (!fs::exists(next))
        return;
    // First who reads refs (folders, sticks), then who reads the summary (the web). Each ref names a whole, signed
    // commit, whatever the summary says.
    std::istringstream refs(bytesOf(next / "refs"));
    for (std::string checksum, ref; refs >> checksum >> ref;) {
        GlibError error;
        if (!ostree_repo_set_ref_immediate(m_repo.get(), nullptr, ref.c_str(), checksum.c_str(), nullptr, error.out()))
            throwError(error, "repository-unusable", m_folder.string());
    }
    for (const fs::directory_entry &superblock : fs::directory_iterator(next / "superblocks"))
        replace(m_folder, pathOf(superblock.path().filename()), bytesOf(superblock.path()));
    GlibError error;
    if (!ostree_repo_static_delta_reindex(m_repo.get(), OSTREE_STATIC_DELTA_INDEX_FLAGS_NONE, nullptr, nullptr,
                                          error.out()))
        throwError(error, "repository-unusable", m_folder.string());
    std::error_code none;
    const fs::file_time_type published = fs::last_write_time(m_folder / "summary", none);
    // Two files can't be replaced at once. So for the moment between them the signature file holds both signatures.
    const std::string summary = bytesOf(next / "summary");
    const std::string signature = bytesOf(next / "summary.sig");
    if (const std::string before = bytesOf(m_folder / "summary.sig"); !before.empty() && before != signature)
        replace(m_folder, "summary.sig", bothSignatures(signature, before));
    else
        replace(m_folder, "summary.sig", signature);
    replace(m_folder, "summary", summary);
    replace(m_folder, "summary.sig", signature);
    if (!none)
        for (const char *file : {"summary", "summary.sig"})
            makeNewer(m_folder / file, published);
    // By rename first, so that a part of it is never taken for the whole.
    fs::rename(next, m_folder / draftName);
    fs::remove_all(m_folder / draftName);
}

} // namespace porchlight::release
