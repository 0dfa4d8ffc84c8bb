// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/page_sums.h"

#include "store/database.h"

#include <cerrno>
#include <cstring>
#include <endian.h>
#include <fcntl.h>
#include <mutex>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace porchlight::store {

namespace {

constexpr const char *fileSystemName = "porchlight-checking";
constexpr int smallestPage = 512; // what is read in smaller pieces is the header, of which page 1 is read again whole

std::uint64_t word(const unsigned char *at)
{
    std::uint64_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return le64toh(value);
}

/// One changed word always changes the sum: each step can be undone.
std::uint64_t sumOf(const unsigned char *page, std::size_t size, std::uint64_t number)
{
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    std::uint64_t sum = (number + 1) * odd;
    for (std::size_t at = 0; at + sumBytes < size; at += 8) {
        sum = (sum ^ word(page + at)) * odd;
        sum ^= sum >> 32;
    }
    return sum;
}

// The methods of SQLite's own files, and the same but for reading.
const sqlite3_io_methods *plainMethods = nullptr;
sqlite3_io_methods checkingMethods;

int readChecked(sqlite3_file *file, void *to, int amount, sqlite3_int64 offset)
{
    const int code = plainMethods->xRead(file, to, amount, offset);
    if (code != SQLITE_OK || amount < smallestPage)
        return code;
    const auto *page = static_cast<const unsigned char *>(to);
    return sumIsRight(page, static_cast<std::size_t>(amount), static_cast<std::uint64_t>(offset / amount))
               ? SQLITE_OK
               : SQLITE_CORRUPT;
}

int openChecked(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *plain = static_cast<sqlite3_vfs *>(self->pAppData);
    const int code = plain->xOpen(plain, name, file, flags, outFlags);
    if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB))
        return code;
    static std::once_flag learned;
    std::call_once(learned, [&] {
        plainMethods = file->pMethods;
        checkingMethods = *plainMethods;
        checkingMethods.xRead = readChecked;
    });
    if (file->pMethods != plainMethods) { // another kind of disk, which this SQLite reads in another way
        file->pMethods->xClose(file);
        file->pMethods = nullptr;
        return SQLITE_CANTOPEN;
    }
    file->pMethods = &checkingMethods;
    return SQLITE_OK;
}

const char *registerFileSystem()
{
    static sqlite3_vfs checking;
    sqlite3_initialize();
    sqlite3_vfs *plain = sqlite3_vfs_find(nullptr);
    checking = *plain;
    checking.zName = fileSystemName;
    checking.pAppData = plain;
    checking.xOpen = openChecked;
    sqlite3_vfs_register(&checking, 0);
    return fileSystemName;
}

struct Descriptor {
    int number;
    ~Descriptor() { close(number); }
};

[[noreturn]] void failed()
{
    throw DatabaseError(DatabaseError::Kind::Disk, std::generic_category().message(errno));
}

} // namespace

bool sumIsRight(const unsigned char *page, std::size_t size, std::uint64_t number)
{
    return word(page + size - sumBytes) == sumOf(page, size, number);
}

void writeSums(const std::filesystem::path &file, std::size_t pageSize)
{
    const Descriptor descriptor{open(file.c_str(), O_RDWR | O_CLOEXEC)};
    if (descriptor.number < 0)
        failed();
    std::vector<unsigned char> page(pageSize);
    const auto size = static_cast<ssize_t>(pageSize);
    for (std::uint64_t number = 0;; ++number) {
        const auto at = static_cast<off_t>(number * pageSize);
        const ssize_t got = pread(descriptor.number, page.data(), pageSize, at);
        if (got == 0)
            break;
        if (got != size)
            failed();
        const std::uint64_t sum = htole64(sumOf(page.data(), pageSize, number));
        if (pwrite(descriptor.number, &sum, sumBytes, at + size - sumBytes) != sumBytes)
            failed();
    }
    if (fsync(descriptor.number) != 0)
        failed();
}

const char *checkingFileSystem()
{
    static const char *const name = registerFileSystem();
    return name;
}

} // namespace porchlight::store
