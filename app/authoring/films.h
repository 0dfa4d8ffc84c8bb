// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"
#include "content/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace porchlight::authoring {

/// Where the pictures of films lie before a release is made.
struct FilmFolders {
    std::filesystem::path made;    ///< TOPIC/film.webm; empty: the release gets no films
    std::filesystem::path signing; ///< TOPIC/TAG.webm, recorded by people in a sign language; may be missing
};

/// What a text of a film is in its topic: -1 the title, else the position of a block; nothing: it is not there.
/// `notBefore`: the first position that may be meant, as a text may stand twice.
std::optional<int> placeOfText(const TopicSource &topic, const std::string &text, int notBefore);

/// cues.tsv of a film: a line for each scene, START_MS, END_MS and what is on the screen then, parted by tabs. The last
/// is a list with commas: `title`, or positions of blocks in the topic, which stay when a block is hidden one day.
std::string cuesOf(const FilmSource &film, const TopicSource &topic);

/// Writes folder/TOPIC/ with film.webm, cues.tsv and the films in sign languages, for each film whose topic stands in
/// the release. Faults: "film-not-made", "output-not-written".
content::Outcome writeFilms(const std::filesystem::path &folder, const Sources &sources, const FilmFolders &from);

} // namespace porchlight::authoring
