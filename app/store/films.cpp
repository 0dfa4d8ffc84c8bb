// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/films.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace porchlight::store {

namespace fs = std::filesystem;

namespace {

std::string readSmall(const fs::path &file)
{
    constexpr std::uintmax_t largest = 64 * 1024; // far above the cues of 90 seconds
    std::error_code failed;
    if (const auto size = fs::file_size(file, failed); failed || size > largest)
        return {};
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> signedIn(const fs::path &folder)
{
    std::vector<std::string> tags;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        if (it->path().extension() == ".webm" && it->path().stem() != "film")
            tags.push_back(it->path().stem().string());
    std::sort(tags.begin(), tags.end());
    return tags;
}

} // namespace

std::map<std::string, content::Film> filmsIn(const fs::path &release)
{
    std::map<std::string, content::Film> films;
    std::error_code failed;
    for (fs::directory_iterator it(release / "films", failed), end; !failed && it != end; it.increment(failed))
        if (auto cues = content::parseCues(readSmall(it->path() / "cues.tsv")))
            films.emplace(it->path().filename().string(),
                          content::Film{it->path().string(), std::move(*cues), signedIn(it->path())});
    return films;
}

} // namespace porchlight::store
