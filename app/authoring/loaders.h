// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/source_folder.h"
#include "authoring/sources.h"

#include <filesystem>
#include <map>
#include <string>

namespace porchlight::authoring {

// One loader for each kind of source. Each fills its part of Sources and tells what is wrong with the form of a file;
// what files say of one another is the matter of checks.h.
void loadLanguages(const SourceFolder &folder, Sources &sources);
void loadInterface(const SourceFolder &folder, Sources &sources);
void loadTiles(const SourceFolder &folder, Sources &sources);
void loadShowCards(const SourceFolder &folder, Sources &sources);
void loadFragments(const SourceFolder &folder, Sources &sources);
void loadFacts(const SourceFolder &folder, Sources &sources);
void loadTopics(const SourceFolder &folder, Sources &sources);
void loadContacts(const SourceFolder &folder, Sources &sources);
void loadSlips(const SourceFolder &folder, Sources &sources);
/// The films beside the content folder, in media/films. There may be none.
void loadFilms(const SourceFolder &folder, Sources &sources);
void loadGoLive(const SourceFolder &folder, Sources &sources);
/// layer.yaml, or site.yaml, of the part.
void loadLayer(const SourceFolder &folder, Sources &sources);
void loadSite(const SourceFolder &folder, Sources &sources);
void loadDenied(const SourceFolder &folder, Sources &sources);
/// A content folder may be without one.
void loadGlossary(const SourceFolder &folder, Sources &sources);
/// What was found in the national files, and in those of each layer and site ("layers/missouri", "sites/demo").
using FindingsByPart = std::map<std::string, Findings>;

/// All but the translations, of all layers and sites.
Sources loadEnglish(const std::filesystem::path &content, FindingsByPart &findings);

/// After all others: entries are compared with the English texts. What is wrong with an entry of a layer or site is
/// told among the findings of that.
void loadTranslations(const std::filesystem::path &content, FindingsByPart &findings, Sources &sources);

/// Adds a text, unless it is empty.
void addText(Sources &sources, Text text);
/// Tells when two entries bear one id.
void rejectDuplicate(bool known, const SourceFolder &folder, const std::string &id, const Place &at);
/// Tells when a file's name differs from the id in it.
void requireFileName(const SourceFolder &folder, const std::string &file, const std::string &id, const Place &at);

} // namespace porchlight::authoring
