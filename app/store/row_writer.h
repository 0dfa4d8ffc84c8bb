// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/builder.h"
#include "store/database.h"
#include "store/placeholders.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace porchlight::store {

/// A row that may not stand in a store. Private to buildStore, which turns it into "store-bad-row".
class BadRow : public std::runtime_error {
public:
    BadRow(std::string where, const std::string &what) : std::runtime_error(what), m_where(std::move(where)) {}
    [[nodiscard]] const std::string &where() const { return m_where; }

private:
    std::string m_where; ///< "topic pay, block 3"
};

/// Puts rows into an empty store, parents first. Throws BadRow or DatabaseError.
class RowWriter {
public:
    explicit RowWriter(Database &database) : m_database(database) {}
    void write(const ReleaseRows &rows);

private:
    void writeLanguages(const ReleaseRows &rows);
    void writeTexts(const ReleaseRows &rows);
    void writeRelease(const ReleaseRows &rows);
    void writeTiles(const ReleaseRows &rows);
    void writeContacts(const ReleaseRows &rows);
    void writeFacts(const ReleaseRows &rows);
    void writeTopics(const ReleaseRows &rows);
    void writeSlips(const ReleaseRows &rows);

    /// Throws for an id that no text has, and for an empty one.
    std::int64_t text(const TextId &id, const std::string &where) const;
    std::optional<std::int64_t> textOrNone(const TextId &id, const std::string &where) const;

    Database &m_database;
    std::string m_sourceTag;
    std::unordered_map<TextId, std::int64_t> m_textNumbers;
};

} // namespace porchlight::store
