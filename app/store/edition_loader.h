// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "store/database.h"
#include "store/placeholders.h"
#include "store/withdrawals.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace porchlight::store {

/// Reads a release in one language. The whole: each table once, from its beginning to its end, however many topics
/// there are. Less: the rows that are wanted, and the texts they name by their numbers.
/// Throws DatabaseError. What is left out is told at Reader::edition.
class EditionLoader {
public:
    /// `effectiveDay` is max(clock, newest date of the release).
    EditionLoader(Database &database, const content::ReleaseInfo &info, Withdrawals withdrawals,
                  content::Date effectiveDay);
    std::shared_ptr<const content::Edition> load(const content::Language &language,
                                                 std::vector<content::Language> languages, content::Extent extent,
                                                 const std::string &topic);

private:
    void loadTexts(const std::string &tag);
    void loadValues();
    void loadContacts();
    void loadTopicHeads();
    void loadTopicBodies(const char *blocks, const char *sources, const std::string &topic);
    /// In what order, and behind which tile: those of which anything is left.
    void placeTopics();
    [[nodiscard]] bool hasReading(const content::Topic &topic);
    [[nodiscard]] bool anyBlockCanBeRead(const std::string &topic);
    void findEmptyCards();
    void loadShowCards();
    void loadTiles();
    void loadSlips();
    void loadSite();

    struct Words {
        std::string source;
        std::string translation; ///< empty where the language lacks it
        content::TranslationLevel level = content::TranslationLevel::L0;
    };
    [[nodiscard]] const Words &words(const Statement &row, int column) const;
    [[nodiscard]] const Words &oneText(std::int64_t number) const;
    /// Nothing where the sentence has a number or a fact that may not be shown. `own`: what belongs to the row itself.
    [[nodiscard]] std::optional<std::string> fill(const std::string &text, const Values &own) const;
    /// Empty where the column is NULL, or where the sentence may not be shown.
    [[nodiscard]] std::string text(const Statement &row, int column, const Values &own = {}) const;
    /// The English beside a translation that nobody has approved; else empty.
    [[nodiscard]] std::string english(const Statement &row, int column) const;
    /// The English of a translation, approved or not, for paper that others help to read; empty where there is none.
    [[nodiscard]] std::string englishOnPaper(const Statement &row, int column, const Values &own = {}) const;
    [[nodiscard]] bool mayBeShown(const content::Channel &channel) const;
    /// A block that would show nothing is left out.
    [[nodiscard]] bool canBeRead(const content::Block &block) const;
    [[nodiscard]] std::unordered_map<std::string, std::vector<content::Channel>> shownChannels() const;

    Database &m_database;
    Withdrawals m_withdrawals;
    content::Date m_day;
    std::shared_ptr<content::Edition> m_edition;
    Values m_values;
    std::vector<Words> m_texts;           ///< by number; numbers count from 1, 0 is no text
    std::unique_ptr<Statement> m_oneText; ///< where not all are read
    mutable Words m_lastText;
    std::unique_ptr<Statement> m_anyReading;
    std::vector<std::pair<std::string, std::string>> m_topicOrder; ///< tile, topic
    std::unordered_set<std::string> m_leftOut;
    std::unordered_set<std::string> m_emptyCards; ///< show cards of which a withdrawal leaves no word
    std::unordered_map<std::string, std::vector<std::string>> m_topicsOfTile;
};

} // namespace porchlight::store
