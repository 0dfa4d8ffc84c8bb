// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace porchlight::content {

/// What stands on the screen while a part of a film is seen: texts of its topic.
struct Cue {
    static constexpr int title = -1;
    int start = 0;           ///< milliseconds
    int end = 0;             ///< milliseconds
    std::vector<int> blocks; ///< Block::position of each, or `title`; not all may be shown today
    bool operator==(const Cue &) const = default;
};

/// A film of a topic, as it lies in a release.
struct Film {
    std::string folder;                  ///< holds film.webm and the signed ones; in the file system's own words
    std::vector<Cue> cues;               ///< in order, without gaps
    std::vector<std::string> signedTags; ///< sign languages in which somebody signs it: "ase"
};

/// Reads cues.tsv; nothing where it is not what porchlight-content writes.
std::optional<std::vector<Cue>> parseCues(std::string_view text);

} // namespace porchlight::content
