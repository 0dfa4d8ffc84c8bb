// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/source_folder.h"
#include "authoring/sources.h"

#include <string>

namespace porchlight::authoring {

// One loader for each kind of source. Each fills its part of Sources and tells what is wrong with the form of a file;
// what files say of one another is the matter of checks.h.
void loadLanguages(const SourceFolder &folder, Sources &sources);
void loadInterface(const SourceFolder &folder, Sources &sources);
void loadTiles(const SourceFolder &folder, Sources &sources);
void loadTopics(const SourceFolder &folder, Sources &sources);
void loadContacts(const SourceFolder &folder, Sources &sources);
void loadSlips(const SourceFolder &folder, Sources &sources);
void loadSites(const SourceFolder &folder, Sources &sources);
void loadDenied(const SourceFolder &folder, Sources &sources);
/// A content folder may be without one.
void loadGlossary(const SourceFolder &folder, Sources &sources);
/// After all others: entries are compared with the English texts.
void loadTranslations(const SourceFolder &folder, Sources &sources);

/// All but the translations.
Sources loadEnglish(const SourceFolder &folder);

/// Adds a text, unless it is empty.
void addText(Sources &sources, Text text);
/// Tells when two entries bear one id.
void rejectDuplicate(bool known, const SourceFolder &folder, const std::string &id, const Place &at);
/// Tells when a file's name differs from the id in it.
void requireFileName(const SourceFolder &folder, const std::string &file, const std::string &id, const Place &at);

} // namespace porchlight::authoring
