// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "store/database.h"
#include "store/placeholders.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace porchlight::store {

/// Reads a release in one language: each table once, from its beginning to its end, however many topics there are.
/// Throws DatabaseError. What is left out is told at Reader::edition.
class EditionLoader {
public:
    /// `effectiveDay` is max(clock, newest date of the release).
    EditionLoader(Database &database, const content::ReleaseInfo &info, content::Date effectiveDay);
    std::shared_ptr<const content::Edition> load(const content::Language &language,
                                                 std::vector<content::Language> languages);

private:
    void loadTexts(const std::string &tag);
    void loadNumbers();
    void loadContacts();
    void loadTopics();
    void loadTiles();
    void loadSlips();
    void loadSite();

    /// Empty where the column is NULL, or where the sentence has a number that may not be shown.
    [[nodiscard]] std::string text(const Statement &row, int column) const;
    [[nodiscard]] std::unordered_map<std::string, std::vector<content::Channel>> shownChannels() const;

    Database &m_database;
    content::Date m_day;
    std::shared_ptr<content::Edition> m_edition;
    Numbers m_numbers;
    std::vector<std::string> m_texts; ///< by number; numbers count from 1
    std::unordered_map<std::string, std::vector<std::string>> m_topicsOfTile;
};

} // namespace porchlight::store
