// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/voices.h"

#include "content/speech.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace porchlight::playback {

namespace {

using Pieces = std::vector<Passage::Piece>;

content::Fault fault(const std::filesystem::path &file, int line, const char *what)
{
    return {"sound-index", file.string() + ':' + std::to_string(line), what,
            "Build the narration of this language again; it is without a voice until then."};
}

std::vector<std::string_view> cells(std::string_view line)
{
    std::vector<std::string_view> found;
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        found.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    found.push_back(line);
    return found;
}

bool isKey(std::string_view text)
{
    constexpr std::size_t length = 16;
    return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isMilliseconds(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0;
}

/// A language tag names a folder: nothing else may.
bool isTag(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

/// Says one text of which nothing but the index is known.
class Speller {
public:
    Speller(const ClipList &clips, const std::filesystem::path &folder) : m_clips(clips), m_folder(folder) {}

    [[nodiscard]] std::optional<Pieces> whole(std::string_view text) const
    {
        if (const std::string key = content::clipKey(text); m_clips.holds(key))
            return Pieces{clip(key)};
        const auto digits = content::dialledDigits(text);
        if (!digits)
            return std::nullopt;
        Pieces pieces;
        for (const char digit : *digits) {
            if (digit == ' ') {
                pieces.push_back({{}, Voices::groupPause});
                continue;
            }
            const std::string key = content::clipKey(std::string(1, digit));
            if (!m_clips.holds(key))
                return std::nullopt;
            pieces.push_back(clip(key));
        }
        return pieces;
    }

    /// The longest beginning that can be said, then the rest in the same way.
    [[nodiscard]] std::optional<Pieces> parts(std::string_view text) const
    {
        constexpr int most = 40; // sentences that a page joins
        Pieces pieces;
        for (int part = 0; part < most; ++part) {
            std::optional<Pieces> found = whole(text);
            std::size_t end = text.size();
            while (!found && (end = text.rfind(' ', end - 1)) != std::string_view::npos && end > 0)
                found = whole(text.substr(0, end));
            if (!found)
                return std::nullopt;
            pieces.insert(pieces.end(), found->begin(), found->end());
            if (end >= text.size())
                return pieces;
            text.remove_prefix(end + 1);
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] Passage::Piece clip(const std::string &key) const
    {
        return {QString::fromStdString((m_folder / (key + ".opus")).string()), 0};
    }

    const ClipList &m_clips;
    const std::filesystem::path &m_folder;
};

} // namespace

content::Result<ClipList> ClipList::read(const std::filesystem::path &index)
{
    std::ifstream file(index);
    std::string line;
    if (!file || !std::getline(file, line))
        return fault(index, 1, "The list of clips cannot be read.");
    const auto head = cells(line);
    if (head.size() != 3 || head[0] != "# voice" ||
        (head[1] != "synthetic" && head[1] != "recorded" && head[1] != "mixed"))
        return fault(index, 1, "It does not say whose voice it is.");
    ClipList list;
    list.m_synthetic = head[1] != "recorded";
    for (int number = 2; std::getline(file, line); ++number) {
        const auto row = cells(line);
        if (row.size() != 3 || !isKey(row[0]) || !isMilliseconds(row[1]) ||
            (row[2] != "recorded" && row[2] != "synthetic"))
            return fault(index, number, "It is no key, milliseconds and kind with tabs between.");
        list.m_keys.emplace(row[0]);
    }
    if (file.bad())
        return fault(index, 1, "The list of clips cannot be read to its end.");
    return list;
}

void Voices::open(const std::filesystem::path &release)
{
    if (release == m_release)
        return;
    m_release = release;
    m_lists.clear();
    m_faults.clear();
}

bool Voices::hasVoice(const QString &language)
{
    return listOf(language.toStdString()) != nullptr;
}

bool Voices::isSynthetic(const QString &language)
{
    const ClipList *list = listOf(language.toStdString());
    return list && list->synthetic();
}

std::optional<Pieces> Voices::piecesOf(const Line &line)
{
    const std::string language = line.language.toStdString();
    const std::string text = content::speakable(line.text.toStdString());
    if (text.empty())
        return std::nullopt;
    auto pieces = piecesOf(text, language);
    if (!pieces && language != m_screen)
        pieces = piecesOf(text, m_screen);
    return pieces;
}

std::optional<Pieces> Voices::piecesOf(std::string_view text, const std::string &language)
{
    const ClipList *list = listOf(language);
    if (!list)
        return std::nullopt;
    const std::filesystem::path folder = m_release / "sound" / language;
    return Speller(*list, folder).parts(text);
}

const ClipList *Voices::listOf(const std::string &language)
{
    auto known = m_lists.find(language);
    if (known == m_lists.end()) {
        known = m_lists.emplace(language, std::nullopt).first;
        const std::filesystem::path index = m_release / "sound" / language / "index.tsv";
        std::error_code failed;
        if (isTag(language) && !m_release.empty() && std::filesystem::exists(index, failed)) {
            if (auto list = ClipList::read(index))
                known->second = std::move(*list);
            else
                m_faults.push_back(list.fault());
        }
    }
    return known->second ? &*known->second : nullptr;
}

} // namespace porchlight::playback
