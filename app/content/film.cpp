// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/film.h"

#include <charconv>

namespace porchlight::content {

namespace {

/// Cuts the part before `mark` off; the whole where there is none.
std::string_view cut(std::string_view &text, char mark)
{
    const auto at = text.find(mark);
    const std::string_view part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    return part;
}

bool readNumber(std::string_view text, int &value)
{
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() && value >= 0;
}

bool readCue(std::string_view line, Cue &cue)
{
    if (!readNumber(cut(line, '\t'), cue.start) || !readNumber(cut(line, '\t'), cue.end))
        return false;
    while (!line.empty()) {
        const std::string_view key = cut(line, ',');
        int block = Cue::title;
        if (key != "title" && !readNumber(key, block))
            return false;
        cue.blocks.push_back(block);
    }
    return cue.end > cue.start;
}

} // namespace

std::optional<std::vector<Cue>> parseCues(std::string_view text)
{
    std::vector<Cue> cues;
    while (!text.empty()) {
        Cue cue;
        if (!readCue(cut(text, '\n'), cue) || cue.start != (cues.empty() ? 0 : cues.back().end))
            return std::nullopt;
        cues.push_back(std::move(cue));
    }
    if (cues.empty())
        return std::nullopt;
    return cues;
}

} // namespace porchlight::content
