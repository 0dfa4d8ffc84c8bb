// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace porchlight::authoring {

/// The font that stands in where a language's own font lacks a character: Latin letters, digits, punctuation.
inline constexpr const char *baseFontFamily = "Noto Sans";

using CharacterSet = std::set<char32_t>;

/// One face in a font file on this machine.
struct FontFile {
    std::filesystem::path file;
    unsigned index = 0; ///< in a collection
    std::string family;
    bool bold = false;
};

/// Fonts by family and weight (true: bold).
using FontTable = std::map<std::pair<std::string, bool>, FontFile>;

/// Looks for the regular and bold face of each family by the names inside the files, so that a new language needs no
/// new program. Where a face is there twice, the first path in order wins. What is missing is not in the table.
FontTable findFonts(const std::vector<std::filesystem::path> &folders, const std::set<std::string> &families);

/// Where a distribution and its administrator put fonts.
std::vector<std::filesystem::path> defaultFontFolders();

/// The characters that a face can draw.
CharacterSet charactersOf(const FontFile &font);

/// The font file with only what `characters` need, shaping rules and licence included. Empty when it cannot be made.
std::string subsetFont(const FontFile &font, const CharacterSet &characters);

/// "NotoSansArabic-Bold.ttf"
std::string fontFileName(const FontFile &font);

/// All families that the languages name, and the base font.
std::set<std::string> familiesOf(const Sources &sources);

/// Tells of families that are not there, and of texts that hold characters which neither their language's font nor
/// the base font can draw.
void checkGlyphs(const Sources &sources, const FontTable &fonts, Findings &findings);

} // namespace porchlight::authoring
