// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A disk with a memory of all that was ever written to it: a FUSE folder with one file, `disk`, to put a loop device
// on. Every write is noted with its place and its bytes, every flush as a barrier. From the notes one can make the
// image that a power cut would have left at any moment: all before the last barrier, and of the rest what luck had
// kept.
//
// A note is: 8 bytes place (all ones: a barrier), 8 bytes length, the bytes. Numbers as the machine has them.

#define FUSE_USE_VERSION 31
#include <fuse.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <string_view>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

constexpr std::string_view diskPath = "/disk";
constexpr std::uint64_t barrier = ~0ULL;

struct Recorder {
    int image = -1;
    int notes = -1;
    std::mutex lock; // the order of the notes is the order of the writes
};
Recorder recorder;

bool note(std::uint64_t place, const char *bytes, std::uint64_t length)
{
    std::array<std::uint64_t, 2> head{place, length};
    std::array<iovec, 2> parts{iovec{head.data(), sizeof head},
                               iovec{const_cast<char *>(bytes), static_cast<std::size_t>(length)}};
    const auto whole = static_cast<ssize_t>(sizeof head + length);
    return ::writev(recorder.notes, parts.data(), bytes ? 2 : 1) == whole;
}

int getAttributes(const char *path, struct stat *attributes, fuse_file_info * /*file*/)
{
    std::memset(attributes, 0, sizeof *attributes);
    if (std::string_view(path) == "/") {
        attributes->st_mode = S_IFDIR | 0700;
        attributes->st_nlink = 2;
        return 0;
    }
    if (path != diskPath) {
        return -ENOENT;
    }
    struct stat image {};
    if (::fstat(recorder.image, &image) != 0) {
        return -errno;
    }
    attributes->st_mode = S_IFREG | 0600;
    attributes->st_nlink = 1;
    attributes->st_size = image.st_size;
    return 0;
}

int readFolder(const char * /*path*/, void *buffer, fuse_fill_dir_t fill, off_t /*from*/, fuse_file_info * /*file*/,
               fuse_readdir_flags /*flags*/)
{
    fill(buffer, "disk", nullptr, 0, static_cast<fuse_fill_dir_flags>(0));
    return 0;
}

int openFile(const char *path, fuse_file_info * /*file*/)
{
    return path == diskPath ? 0 : -ENOENT;
}

int readBytes(const char * /*path*/, char *buffer, std::size_t size, off_t from, fuse_file_info * /*file*/)
{
    const ssize_t got = ::pread(recorder.image, buffer, size, from);
    return got < 0 ? -errno : static_cast<int>(got);
}

int writeBytes(const char * /*path*/, const char *bytes, std::size_t size, off_t to, fuse_file_info * /*file*/)
{
    const std::lock_guard guard(recorder.lock);
    const ssize_t put = ::pwrite(recorder.image, bytes, size, to);
    if (put < 0) {
        return -errno;
    }
    const auto length = static_cast<std::uint64_t>(put);
    return note(static_cast<std::uint64_t>(to), bytes, length) ? static_cast<int>(put) : -EIO;
}

int flushToDisk(const char * /*path*/, int /*dataOnly*/, fuse_file_info * /*file*/)
{
    const std::lock_guard guard(recorder.lock);
    return note(barrier, nullptr, 0) ? 0 : -EIO;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fputs("Usage: disk_recorder IMAGE NOTES FOLDER [fuse options]\n", stderr);
        return 2;
    }
    recorder.image = ::open(argv[1], O_RDWR | O_CLOEXEC);
    recorder.notes = ::open(argv[2], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (recorder.image < 0 || recorder.notes < 0) {
        std::perror("disk_recorder");
        return 1;
    }
    fuse_operations operations{};
    operations.getattr = getAttributes;
    operations.readdir = readFolder;
    operations.open = openFile;
    operations.read = readBytes;
    operations.write = writeBytes;
    operations.fsync = flushToDisk;
    std::copy(argv + 3, argv + argc, argv + 1);
    return fuse_main(argc - 2, argv, &operations, nullptr);
}
