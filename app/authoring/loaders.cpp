// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/loaders.h"

#include <utility>

namespace porchlight::authoring {

Sources loadEnglish(const SourceFolder &folder)
{
    Sources sources;
    loadLanguages(folder, sources);
    loadInterface(folder, sources);
    loadTiles(folder, sources);
    loadTopics(folder, sources);
    loadContacts(folder, sources);
    loadSlips(folder, sources);
    loadSites(folder, sources);
    loadDenied(folder, sources);
    loadGlossary(folder, sources);
    return sources;
}

void addText(Sources &sources, Text text)
{
    if (!text.english.empty())
        sources.texts.push_back(std::move(text));
}

void rejectDuplicate(bool known, const SourceFolder &folder, const std::string &id, const Place &at)
{
    if (known)
        folder.findings.error("duplicate-id", at, "The id `" + id + "` is used before.",
                              "Give this one an id of its own; ids are never reused.");
}

void requireFileName(const SourceFolder &folder, const std::string &file, const std::string &id, const Place &at)
{
    if (!id.empty() && stemOf(file) != id)
        folder.findings.error("file-name", at, "The id `" + id + "` and the name of this file differ.",
                              "Rename the file, or correct the id: both must be the same.");
}

} // namespace porchlight::authoring
