// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/source_folder.h"

#include "authoring/utf8.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

// Far above any source a person writes, far below what would make a parser crawl.
// In MB. What is larger is something else by mistake; a language of 1,000 pages is 4.
constexpr std::uintmax_t largestFile = 2;
constexpr std::uintmax_t largestTranslation = 16;

template <class Wanted> std::vector<std::string> namesIn(const fs::path &root, const std::string &folder, Wanted wanted)
{
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator it(root / folder, failed), end; !failed && it != end; it.increment(failed)) {
        const std::string name = it->path().filename().string();
        if (!name.starts_with('.') && wanted(*it))
            names.push_back(folder + "/" + name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

std::vector<std::string> SourceFolder::list(const std::string &folder, const std::string &extension) const
{
    return namesIn(path, folder, [&](const fs::directory_entry &entry) {
        std::error_code failed;
        return entry.path().extension() == extension && entry.is_regular_file(failed);
    });
}

std::vector<std::string> SourceFolder::folders(const std::string &folder) const
{
    return namesIn(path, folder, [](const fs::directory_entry &entry) {
        std::error_code failed;
        return entry.is_directory(failed);
    });
}

bool SourceFolder::has(const std::string &file) const
{
    std::error_code failed;
    return fs::exists(path / file, failed);
}

std::optional<std::string> SourceFolder::read(const std::string &file) const
{
    std::error_code failed;
    if (!fs::is_regular_file(path / file, failed)) {
        findings.error("missing-file", {file, 0}, "This file is not there.", "Add it; content/README.md shows how.");
        return std::nullopt;
    }
    const std::uintmax_t largest = file.ends_with(".po") ? largestTranslation : largestFile;
    if (const auto size = fs::file_size(path / file, failed); failed || size > largest * 1024 * 1024) {
        findings.error("unreadable-file", {file, 0},
                       "This file is larger than " + std::to_string(largest) + " MB, or its size cannot be read.",
                       "Put a text of ordinary size in its place.");
        return std::nullopt;
    }
    std::ifstream in(path / file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        findings.error("unreadable-file", {file, 0}, "This file cannot be read.", "Look at its permissions.");
        return std::nullopt;
    }
    if (const auto bad = firstBadByte(bytes)) {
        const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
        findings.error("not-utf8", {file, static_cast<int>(line)},
                       "This line holds bytes that are not UTF-8 text, or a control character.",
                       "Save the file as UTF-8 and take the character out.");
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    // One kind of line end, so that lines are counted alike and a text is the same on every machine.
    std::erase(bytes, '\r');
    return bytes;
}

std::string stemOf(const std::string &file)
{
    return fs::path(file).stem().string();
}

} // namespace porchlight::authoring
