// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/output_folder.h"

#include "store/schema.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace porchlight::authoring {

namespace fs = std::filesystem;
using content::Fault;
using content::Nothing;
using content::Outcome;

namespace {

Fault notWritten(const fs::path &where, const std::string &why)
{
    return {"output-not-written", where.string(), "This cannot be written: " + why + ".",
            "Look at the folder's permissions and the free space."};
}

Fault notWritten(const fs::path &where)
{
    return notWritten(where, std::generic_category().message(errno));
}

fs::path withSuffix(const fs::path &folder, const char *suffix)
{
    fs::path name = folder;
    name += suffix;
    return name;
}

fs::path cleaned(const fs::path &folder)
{
    const fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path(); // "out/" -> "out"
}

} // namespace

Outcome writeFile(const fs::path &file, std::string_view bytes)
{
    const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (to < 0)
        return notWritten(file);
    bool good = true;
    while (good && !bytes.empty()) {
        const ssize_t done = ::write(to, bytes.data(), bytes.size());
        good = done > 0 || (done < 0 && errno == EINTR);
        if (done > 0)
            bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    good = good && ::fsync(to) == 0;
    const int failure = errno;
    good = ::close(to) == 0 && good;
    if (good)
        return Nothing{};
    return notWritten(file, std::generic_category().message(failure));
}

OutputFolder::OutputFolder(const fs::path &folder)
    : m_folder(cleaned(folder)), m_draft(withSuffix(m_folder, ".new")), m_former(withSuffix(m_folder, ".old"))
{
}

OutputFolder::~OutputFolder()
{
    std::error_code failed;
    fs::remove_all(m_draft, failed);
}

Outcome OutputFolder::begin(const std::vector<fs::path> &folders)
{
    std::error_code failed;
    const bool taken = fs::exists(fs::symlink_status(m_folder, failed)) &&
                       (!fs::is_directory(fs::symlink_status(m_folder, failed)) ||
                        (!fs::is_empty(m_folder, failed) && !fs::exists(m_folder / store::storeFileName, failed)));
    if (taken)
        return Fault{"output-taken", m_folder.string(), "Something that is no release stands here already.",
                     "Name another folder with -o."};
    fs::remove_all(m_draft, failed);
    for (const fs::path &folder : folders)
        if (fs::create_directories(m_draft / folder, failed); failed)
            return notWritten(m_draft / folder, failed.message());
    return Nothing{};
}

Outcome OutputFolder::commit()
{
    std::error_code failed;
    if (!fs::exists(m_folder, failed)) {
        if (fs::rename(m_draft, m_folder, failed); failed)
            return notWritten(m_folder, failed.message());
        return Nothing{};
    }
    return exchange();
}

Outcome OutputFolder::exchange()
{
    // In one step where the file system can: the former release goes to the draft's name and from there.
    if (::renameat2(AT_FDCWD, m_draft.c_str(), AT_FDCWD, m_folder.c_str(), RENAME_EXCHANGE) == 0)
        return Nothing{};
    std::error_code failed;
    fs::remove_all(m_former, failed);
    if (fs::rename(m_folder, m_former, failed); failed)
        return notWritten(m_folder, failed.message());
    if (fs::rename(m_draft, m_folder, failed); failed) {
        std::error_code ignored;
        fs::rename(m_former, m_folder, ignored);
        return notWritten(m_folder, failed.message());
    }
    fs::remove_all(m_former, failed);
    return Nothing{};
}

} // namespace porchlight::authoring
