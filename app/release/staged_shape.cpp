// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/staged_parts.h"

#include <algorithm>
#include <system_error>

#include <sys/stat.h>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr int deepest = 8;
constexpr std::size_t longestName = 200;

bool isSafeName(const std::string &name)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    return !name.empty() && name.size() <= longestName && name.front() != '.' && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), plain);
}

struct Counted {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t largest = 0;
};

content::Outcome look(const fs::path &release, const fs::directory_entry &entry, Counted &counted)
{
    const std::string where = fs::relative(entry.path(), release).string();
    if (!isSafeName(entry.path().filename().string()))
        return foundBy("Shape", where, "A name in it has other letters than a-z, A-Z, 0-9, hyphen, dot and low line.");
    struct stat status {};
    if (lstat(entry.path().c_str(), &status) != 0)
        return foundBy("Shape", where, "It cannot be read.");
    if (S_ISDIR(status.st_mode))
        return content::Nothing{};
    if (!S_ISREG(status.st_mode))
        return foundBy("Shape", where, "It is neither a file nor a folder.");
    constexpr mode_t special = S_ISUID | S_ISGID | S_IWGRP | S_IWOTH;
    if (status.st_mode & special)
        return foundBy("Shape", where, "It has rights that a release has no need of.");
    const auto size = static_cast<std::uint64_t>(status.st_size);
    ++counted.files;
    counted.bytes += size;
    counted.largest = std::max(counted.largest, size);
    return content::Nothing{};
}

} // namespace

content::Outcome checkShape(const fs::path &release, const CommitFacts &facts)
{
    Counted counted;
    std::error_code failed;
    // Links are looked at and never followed.
    for (fs::recursive_directory_iterator it(release, failed), end; !failed && it != end; it.increment(failed)) {
        if (it.depth() > deepest)
            return foundBy("Shape", it->path().string(), "Its folders lie too deep.");
        if (auto good = look(release, *it, counted); !good)
            return good;
    }
    if (failed)
        return foundBy("Shape", release.string(), "It cannot be read to its end (" + failed.message() + ").");
    if (counted.files != facts.files || counted.bytes != facts.bytes || counted.largest != facts.largest)
        return foundBy("Shape", release.string(),
                       "It has " + std::to_string(counted.files) + " files of " + std::to_string(counted.bytes) +
                           " bytes, but " + std::to_string(facts.files) + " of " + std::to_string(facts.bytes) +
                           " were signed.");
    return content::Nothing{};
}

} // namespace porchlight::release
