// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_header.h"

#include "store/faults.h"
#include "store/page_sums.h"
#include "store/schema.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace porchlight::store {

namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};
using Header = std::array<char, 100>; ///< the file format says: 100 bytes, numbers with the high byte first

std::uint32_t number(const Header &header, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<unsigned char>(header[i]);
    return value;
}

content::Fault cannotOpen(const std::filesystem::path &file, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return {"store-missing", file.string(), "There is no content store here.",
                "Install a release, or build one with `porchlight-content build`."};
    return unreadable(file, std::generic_category().message(error));
}

content::Outcome checkVersion(const std::filesystem::path &file, std::int64_t version)
{
    if (version > schemaVersion)
        return content::Fault{"store-too-new", file.string(),
                              "The content store has schema " + std::to_string(version) +
                                  "; this program reads up to " + std::to_string(schemaVersion) + ".",
                              "Update Porchlight on this kiosk."};
    if (version < readableFrom)
        return content::Fault{"store-too-old", file.string(),
                              "The content store has schema " + std::to_string(version) + "; this program reads from " +
                                  std::to_string(readableFrom) + " on.",
                              "Build the release again with this version of porchlight-content."};
    return content::Nothing{};
}

content::Result<FileHeader> readOpenFile(const std::filesystem::path &file, int descriptor)
{
    struct stat status {};
    if (fstat(descriptor, &status) != 0)
        return cannotOpen(file, errno);
    if (!S_ISREG(status.st_mode))
        return notOurs(file, "it is not a file");
    Header header{};
    const ssize_t length = pread(descriptor, header.data(), header.size(), 0);
    if (length < 0)
        return cannotOpen(file, errno);
    const std::string_view start(header.data(), static_cast<std::size_t>(length));
    if (start.substr(0, magic.size()) != magic.substr(0, start.size()))
        return notOurs(file, "it is another kind of file");
    if (start.size() < header.size())
        return damaged(file, start.empty() ? "it is empty" : "it is cut short");
    if (number(header, 68) != applicationId)
        return notOurs(file, "it is another program's database");
    if (auto version = checkVersion(file, static_cast<std::int32_t>(number(header, 60))); !version)
        return version.fault();
    const std::int64_t written = number(header, 14) & 0xffff; // two bytes from 16 on
    const std::int64_t pageSize = written == 1 ? 65536 : written;
    if (status.st_size != number(header, 28) * pageSize)
        return damaged(file, "it is not as long as it says");
    const int room = static_cast<unsigned char>(header[20]);
    if (room != 0 && room != sumBytes)
        return damaged(file, "its pages end otherwise than ours");
    return FileHeader{static_cast<std::size_t>(pageSize), number(header, 28), room == sumBytes,
                      static_cast<int>(number(header, 60))};
}

} // namespace

content::Result<FileHeader> readFileHeader(const std::filesystem::path &file)
{
    // Not blocking: a named pipe in the place of the store must not hold the kiosk up.
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return cannotOpen(file, errno);
    content::Result<FileHeader> outcome = readOpenFile(file, descriptor);
    close(descriptor);
    return outcome;
}

} // namespace porchlight::store
