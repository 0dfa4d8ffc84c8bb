// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fonts.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace porchlight::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t headSize = 12;  // kind of font, number of tables, three hints for searching
constexpr std::size_t entrySize = 16; // name of the table, its sum, where it begins, its length
constexpr std::size_t mostTables = 256;

std::uint32_t number(const char *at, int bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(at[i]);
    return value;
}

/// TrueType and OpenType: does every table lie inside the file?
bool isWhole(const fs::path &file)
{
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    std::array<char, headSize> head{};
    if (error || !stream.read(head.data(), headSize))
        return false;
    const std::string_view kind(head.data(), 4);
    if (kind != std::string_view("\0\1\0\0", 4) && kind != "OTTO" && kind != "true")
        return false;
    const std::uint32_t tables = number(head.data() + 4, 2);
    std::vector<char> entries(tables * entrySize);
    if (tables == 0 || tables > mostTables ||
        !stream.read(entries.data(), static_cast<std::streamsize>(entries.size())))
        return false;
    for (std::size_t i = 0; i < tables; ++i) {
        const char *entry = entries.data() + i * entrySize;
        const std::uint64_t end = std::uint64_t{number(entry + 8, 4)} + number(entry + 12, 4);
        if (end > size)
            return false;
    }
    return true;
}

} // namespace

content::Outcome checkFonts(const fs::path &release)
{
    const fs::path folder = release / "fonts";
    std::error_code failed;
    int fonts = 0;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        if (it->path().extension() != ".ttf" && it->path().extension() != ".otf")
            continue;
        if (!isWhole(it->path()))
            return content::Fault{"fonts-damaged", it->path().string(), "This font is damaged.",
                                  "Install the release again, or build it again from its sources."};
        ++fonts;
    }
    if (fonts == 0)
        return content::Fault{"fonts-missing", folder.string(), "The release has no fonts.",
                              "Install the release again, or build it again from its sources."};
    return content::Nothing{};
}

} // namespace porchlight::store
