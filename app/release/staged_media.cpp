// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/film.h"
#include "release/staged_parts.h"
#include "store/films.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> inside(const fs::path &folder)
{
    std::vector<fs::path> paths;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        paths.push_back(it->path());
    return paths;
}

/// The keys that sound/TAG/index.tsv names: the first column, below a line about the voice. Nothing where it is none.
std::optional<std::set<std::string>> clipsIn(const fs::path &index)
{
    std::ifstream file(index);
    std::string line;
    if (!file || !std::getline(file, line) || !line.starts_with("# voice\t"))
        return std::nullopt;
    constexpr std::size_t keyLength = 16;
    std::set<std::string> keys;
    while (std::getline(file, line)) {
        const std::string key = line.substr(0, line.find('\t'));
        if (key.size() != keyLength || key.find_first_not_of("0123456789abcdef") != std::string::npos)
            return std::nullopt;
        keys.insert(key);
    }
    return keys;
}

/// RFC 3533 and 7845: a page that begins a stream, whole, and in it the head of an Opus stream.
bool beginsAsClip(const fs::path &file)
{
    constexpr std::size_t pageHead = 27;
    constexpr std::size_t opusHead = 19;
    constexpr std::string_view begin{"OggS\0\2", 6}; // version 0, first page of its stream
    const std::string head = beginningOf(file, pageHead + 1 + opusHead);
    return head.size() == pageHead + 1 + opusHead && head.starts_with(begin) && head[pageHead - 1] == 1 &&
           static_cast<unsigned char>(head[pageHead]) >= opusHead && head.substr(pageHead + 1).starts_with("OpusHead");
}

bool beginsAsFilm(const fs::path &file)
{
    return beginningOf(file, 4) == "\x1a\x45\xdf\xa3"; // EBML, as every WebM begins
}

content::Outcome checkClips(const fs::path &folder)
{
    const fs::path index = folder / "index.tsv";
    const auto keys = clipsIn(index);
    if (!keys)
        return foundBy("Media", index.string(), "The list of clips cannot be read.");
    for (const std::string &key : *keys)
        if (const fs::path clip = folder / (key + ".opus"); !beginsAsClip(clip))
            return foundBy("Media", clip.string(), "A clip that the list names is missing, or is none.");
    return content::Nothing{};
}

content::Outcome checkFilm(const fs::path &folder, bool readable)
{
    if (!readable)
        return foundBy("Media", (folder / "cues.tsv").string(), "The words of a film cannot be read.");
    if (!fs::exists(folder / "film.webm"))
        return foundBy("Media", folder.string(), "A film has no picture.");
    for (const fs::path &file : inside(folder))
        if (file.extension() == ".webm" && !beginsAsFilm(file))
            return foundBy("Media", file.string(), "A film is no film.");
    return content::Nothing{};
}

std::string faceFile(std::string family, const char *weight)
{
    std::erase(family, ' ');
    return family + '-' + weight + ".ttf";
}

bool beginsAsFont(const fs::path &file)
{
    using namespace std::string_view_literals;
    const std::string head = beginningOf(file, 4);
    return head == "\0\1\0\0"sv || head == "OTTO"sv || head == "true"sv;
}

} // namespace

std::string beginningOf(const fs::path &file, std::size_t most)
{
    std::ifstream in(file, std::ios::binary);
    std::string bytes(most, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

content::Outcome checkMedia(const fs::path &release)
{
    for (const fs::path &folder : inside(release / "sound"))
        if (auto good = checkClips(folder); !good)
            return good;
    const auto films = store::filmsIn(release);
    for (const fs::path &folder : inside(release / "films"))
        if (auto good = checkFilm(folder, films.contains(folder.filename().string())); !good)
            return good;
    return content::Nothing{};
}

content::Outcome checkFonts(const fs::path &release, const std::vector<content::Language> &languages)
{
    for (const content::Language &language : languages)
        for (const char *weight : {"Regular", "Bold"})
            if (const fs::path file = release / "fonts" / faceFile(language.fontFamily, weight); !beginsAsFont(file))
                return foundBy("Fonts", file.string(),
                               "The font of " + language.englishName + " is missing, or is none.");
    return content::Nothing{};
}

} // namespace porchlight::release
