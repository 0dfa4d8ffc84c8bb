// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/fonts.h"
#include "authoring/narration/recordings.h"
#include "authoring/source_folder.h"
#include "authoring/sources.h"
#include "content/date.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace porchlight::authoring {

// What the sources say of one another and of the day. Each tells all it finds. Codes are explained in
// content/README.md.

/// Tiles, topics, contact cards, placeholders, pictures and icons that are named must be there.
void checkReferences(const Sources &sources, const SourceFolder &folder);
/// The lists of choices: how many, how deep, none that leads nowhere. Called by checkReferences.
void checkTiles(const Sources &sources, Findings &findings);
/// Facts that no page draws in, of all layers and sites.
void checkUnusedFacts(const Sources &all, Findings &findings);
/// A day of the past must not lie ahead: a warning, and an error where it is years.
void checkNotAhead(content::Date day, content::Date today, const Place &at, Findings &findings);
/// The rules that a fact about a contact must keep: marks, dates, hours, numbers, core lines.
void checkChannels(const Sources &sources, content::Date today, Findings &findings);
/// The drawings that are named: are they there, and can their page do without them?
void checkDrawings(const Sources &sources, const SourceFolder &folder);
/// What films say is what their topics say, in that order, and in time. Those of other releases are left alone.
void checkFilms(const Sources &sources, Findings &findings);
/// Films of topics that no one has, of all layers and sites.
void checkFilmTopics(const Sources &all, Findings &findings);
/// A fact whose day to be checked again has passed: an error where it may not stay, else a warning.
void checkFactDay(content::Date recheckBy, content::Date today, bool mayNotStay, const Place &at, Findings &findings);
/// Facts have a source, and its dates are sound.
void checkFacts(const Sources &sources, content::Date today, Findings &findings);
/// Every text in every language: placeholders, numbers, denied values, direction marks.
void checkTexts(const Sources &sources, Findings &findings);
/// Telephone numbers typed into texts, and misprints of ours.
void checkNumbers(const Sources &sources, Findings &findings);
/// How hard pages and sentences are to read.
void checkReading(const Sources &sources, Findings &findings);
/// Does a text fit where it stands? English is counted, translations are drawn.
void checkWidths(const Sources &sources, const FontTable &fonts, Findings &findings);
/// The words that glossary.yaml asks for and forbids.
void checkGlossary(const Sources &sources, Findings &findings);
/// Words that tell bystanders, or whoever finds a slip, what somebody came for.
void checkPublicWords(const Sources &sources, Findings &findings);
/// Sizes of paper and letters of the kinds of slip.
void checkSlips(const Sources &sources, Findings &findings);
/// The site: languages, go-live list.
void checkSites(const Sources &sources, content::Date today, Findings &findings);
/// Does the engine have the voice that a language names?
void checkVoices(const Sources &sources, Findings &findings);
/// Recordings, held against the texts of all releases that may use them.
class RecordingCheck {
public:
    /// Tells of each file that is no recording, or damaged.
    RecordingCheck(const std::filesystem::path &content, Findings &findings);
    /// The texts of a release: which of a language without a voice nobody has recorded.
    void add(const Sources &merged, const std::string &site, Findings &findings);
    /// After all: recordings of no text.
    void tellLeftOver(Findings &findings) const;

private:
    RecordingsByTag m_recordings;
    std::map<std::string, std::set<std::string>> m_used; ///< clip keys by language
    std::filesystem::path m_content;
};
/// Languages that no site offers.
void checkUnusedLanguages(const Sources &all, Findings &findings);
/// Languages without a translation, or with a part of one.
void checkCoverage(const Sources &sources, Findings &findings);

} // namespace porchlight::authoring
