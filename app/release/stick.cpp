// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive.h"
#include "release/publish.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

// Sticks have simple file systems: no links, no owners, no journal. So plain files are written, nothing is renamed but
// refs, and refs come after everything they lead to is on the stick. A stick that was pulled out holds what it held
// before, and half of the new beside it; writing it again goes on there.

constexpr std::size_t bufferBytes = 1 << 20;

[[noreturn]] void throwWrite(const fs::path &file)
{
    if (errno == ENOSPC || errno == EDQUOT)
        throw content::Fault{"disk-full", file.string(), "The stick is full.",
                             "Delete something from it, or take another."};
    throw content::Fault{"stick-failed", file.string(), std::string(std::strerror(errno)) + ".",
                         "Put it in again, and try once more; or take another stick."};
}

class File {
public:
    File(const fs::path &path, int flags) : m_path(path), m_fd(::open(path.c_str(), flags | O_CLOEXEC, 0644))
    {
        if (m_fd < 0)
            throwWrite(path);
    }
    ~File() { ::close(m_fd); }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    std::size_t read(std::vector<char> &buffer) const
    {
        std::size_t got = 0;
        while (got < buffer.size()) {
            const ssize_t n = ::read(m_fd, buffer.data() + got, buffer.size() - got);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                throwWrite(m_path);
            if (n == 0)
                break;
            got += static_cast<std::size_t>(n);
        }
        return got;
    }
    void write(const char *bytes, std::size_t size) const
    {
        while (size > 0) {
            const ssize_t n = ::write(m_fd, bytes, size);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                throwWrite(m_path);
            bytes += n;
            size -= static_cast<std::size_t>(n);
        }
    }
    void flush() const
    {
        if (::fsync(m_fd) != 0)
            throwWrite(m_path);
    }
    void flushFileSystem() const
    {
        if (::syncfs(m_fd) != 0)
            throwWrite(m_path);
    }

private:
    fs::path m_path;
    int m_fd;
};

bool same(const fs::path &one, const fs::path &other)
{
    std::error_code missing;
    if (fs::file_size(other, missing) != fs::file_size(one) || missing)
        return false;
    const File a(one, O_RDONLY);
    const File b(other, O_RDONLY);
    std::vector<char> left(bufferBytes);
    std::vector<char> right(bufferBytes);
    for (;;) {
        const std::size_t n = a.read(left);
        if (n != b.read(right) ||
            !std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(n), right.begin()))
            return false;
        if (n == 0)
            return true;
    }
}

void copyFile(const fs::path &from, const fs::path &to)
{
    const File in(from, O_RDONLY);
    const File out(to, O_WRONLY | O_CREAT | O_TRUNC);
    std::vector<char> buffer(bufferBytes);
    for (std::size_t n = in.read(buffer); n > 0; n = in.read(buffer))
        out.write(buffer.data(), n);
}

/// Whole, or not at all.
void replace(const fs::path &file, const std::string &bytes)
{
    fs::create_directories(file.parent_path());
    const fs::path draft = file.string() + ".new";
    {
        const File out(draft, O_WRONLY | O_CREAT | O_TRUNC);
        out.write(bytes.data(), bytes.size());
        out.flush();
    }
    fs::rename(draft, file);
    File(file.parent_path(), O_RDONLY | O_DIRECTORY).flush();
}

/// Files of the newest commits, below objects/: "ab/cdef.filez".
std::set<std::string> wantedObjects(const Archive &archive)
{
    std::set<std::string> files;
    for (const auto &[ref, commit] : archive.heads()) {
        forEachObject(archive, commit, [&](OstreeObjectType type, const char *name) {
            const std::string checksum = name;
            const std::string kind = type == OSTREE_OBJECT_TYPE_FILE ? "filez" : ostree_object_type_to_string(type);
            files.insert(checksum.substr(0, 2) + "/" + checksum.substr(2) + "." + kind);
        });
        files.insert(commit.substr(0, 2) + "/" + commit.substr(2) + ".commitmeta");
    }
    return files;
}

void checkRoom(const fs::path &stick, const fs::path &objects, const std::set<std::string> &files,
               const fs::path &there)
{
    struct statvfs room {};
    if (::statvfs(stick.c_str(), &room) != 0)
        throwWrite(stick);
    const std::uint64_t block = std::max<std::uint64_t>(room.f_frsize, 1);
    std::uint64_t wanted = block * 1024; // folders
    for (const std::string &file : files) {
        std::error_code missing;
        const std::uint64_t size = fs::file_size(objects / file);
        if (fs::file_size(there / file, missing) != size || missing)
            wanted += (size + block - 1) / block * block;
    }
    if (wanted > room.f_bavail * block)
        throw content::Fault{"disk-full", stick.string(),
                             "The stick has room for " + std::to_string((room.f_bavail * block) >> 20) + " MB, and " +
                                 std::to_string((wanted >> 20) + 1) + " MB are needed.",
                             "Delete something from it, or take another."};
}

void removeOthers(const fs::path &objects, const std::set<std::string> &wanted)
{
    for (const fs::directory_entry &folder : fs::directory_iterator(objects)) {
        if (!folder.is_directory())
            continue;
        for (const fs::directory_entry &file : fs::directory_iterator(folder))
            if (!wanted.contains(folder.path().filename().string() + "/" + file.path().filename().string()))
                fs::remove(file.path());
    }
}

void removeOtherRefs(const fs::path &refs, const std::map<std::string, std::string> &wanted)
{
    for (const fs::directory_entry &file : fs::recursive_directory_iterator(refs))
        if (file.is_regular_file() && !wanted.contains(file.path().lexically_relative(refs).string()))
            fs::remove(file.path());
}

void writeIt(const fs::path &repository, const fs::path &stick, const Told &told)
{
    if (!fs::is_directory(stick))
        throw content::Fault{"stick-missing", stick.string(), "There is no such folder.",
                             "Put the stick in, and name the folder under which its files are shown."};
    const Archive archive = Archive::open(repository);
    const fs::path objects = repository / "objects";
    const fs::path onStick = stick / ".ostree" / "repo";
    const auto heads = archive.heads();
    if (heads.empty())
        throw content::Fault{"ref-missing", repository.string(), "Nothing was published to it yet.",
                             "Publish a release first."};
    told("looking at the stick " + stick.string());
    const std::set<std::string> files = wantedObjects(archive);
    checkRoom(stick, objects, files, onStick / "objects");
    for (const char *folder : {"objects", "refs/heads", "refs/remotes", "refs/mirrors", "state", "tmp", "extensions"})
        fs::create_directories(onStick / folder);
    replace(onStick / "config",
            "[core]\nrepo_version=1\nmode=archive-z2\ncollection-id=" + archive.collection() + "\n");
    std::size_t done = 0;
    int percent = -1;
    for (const std::string &file : files) {
        const int now = static_cast<int>(++done * 100 / files.size());
        if (now / 10 != percent / 10 || percent < 0)
            told("writing to the stick " + stick.string() + ", " + std::to_string(now) + " %");
        percent = now;
        const fs::path to = onStick / "objects" / file;
        if (same(objects / file, to))
            continue;
        fs::create_directories(to.parent_path());
        copyFile(objects / file, to);
    }
    const File root(onStick, O_RDONLY | O_DIRECTORY);
    root.flushFileSystem();
    for (const auto &[ref, checksum] : heads)
        replace(onStick / "refs/heads" / ref, checksum + "\n");
    root.flushFileSystem();
    removeOtherRefs(onStick / "refs/heads", heads);
    removeOthers(onStick / "objects", files);
    root.flushFileSystem();
}

} // namespace

content::Outcome writeStick(const fs::path &repository, const fs::path &stick, const Told &told)
{
    return atBorder([&] {
        writeIt(repository, stick, told);
        return content::Nothing{};
    });
}

} // namespace porchlight::release
