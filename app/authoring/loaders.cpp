// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/loaders.h"

#include <utility>

namespace porchlight::authoring {

namespace {

/// What a layer or a site may add, and the national content has too.
void loadCommon(const SourceFolder &folder, Sources &sources)
{
    loadFragments(folder, sources);
    loadFacts(folder, sources);
    loadTopics(folder, sources);
    loadContacts(folder, sources);
}

} // namespace

Sources loadEnglish(const std::filesystem::path &content, FindingsByPart &findings)
{
    const auto findingsOf = [&](const std::string &part) -> Findings & {
        return findings.try_emplace(part, content.string()).first->second;
    };
    Sources sources;
    const SourceFolder national{content, findingsOf("")};
    loadLanguages(national, sources);
    loadInterface(national, sources);
    loadTiles(national, sources);
    loadShowCards(national, sources);
    loadCommon(national, sources);
    loadSlips(national, sources);
    loadFilms(national, sources);
    loadGoLive(national, sources);
    loadDenied(national, sources);
    loadGlossary(national, sources);
    for (const std::string &part : national.folders("layers")) {
        const SourceFolder layer{content, findingsOf(part), part};
        loadLayer(layer, sources);
        loadCommon(layer, sources);
    }
    for (const std::string &part : national.folders("sites")) {
        const SourceFolder site{content, findingsOf(part), part};
        loadSite(site, sources);
        loadCommon(site, sources);
    }
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
