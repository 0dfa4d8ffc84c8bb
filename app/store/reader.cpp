// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/channel_facts.h"
#include "store/edition_loader.h"
#include "store/faults.h"
#include "store/file_header.h"
#include "store/queries.h"
#include "store/row_values.h"
#include "store/schema.h"
#include "store/thread_guard.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace porchlight::store {

struct Reader::State {
    std::filesystem::path file;
    Database database;
    content::ReleaseInfo info;
    std::vector<content::Language> languages;
    Withdrawals withdrawals;
};

namespace {

void require(bool condition, const char *otherwise)
{
    if (!condition)
        throw DatabaseError(DatabaseError::Kind::Damaged, otherwise);
}

/// Exactly the tables of the schema: a store has no need of views and triggers, a forged one might.
void checkTables(Database &database)
{
    std::vector<std::string> tables;
    Statement row(database, "SELECT type, name FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY name");
    while (row.step()) {
        if (row.text(0) == "table")
            tables.push_back(row.text(1));
        else
            require(row.text(0) == "index", "it holds more than tables");
    }
    require(std::equal(tables.begin(), tables.end(), requiredTables.begin(), requiredTables.end()),
            "its tables are not those of the schema");
}

void checkWhole(Database &database)
{
    // Not quick_check: it would miss an index that leaves rows out, and saves next to nothing at our sizes.
    require(database.firstText("PRAGMA integrity_check(1)") == "ok", "its pages do not fit together");
    require(!database.firstText("PRAGMA foreign_key_check"), "a reference leads nowhere");
}

content::ReleaseInfo loadInfo(Database &database)
{
    Statement row(database, queries::release);
    require(row.step(), "the release says nothing of itself");
    require(row.text(5) == schemaName, "the schema has another name");
    const std::int64_t sequence = row.integer(0);
    require(sequence > 0 && sequence <= std::numeric_limits<int>::max(), "the sequence makes no sense");
    return {static_cast<int>(sequence), row.text(1), enumAt<content::Mode>(row, 2), dateAt(row, 3), row.text(4)};
}

std::vector<content::Language> loadLanguages(Database &database)
{
    std::vector<content::Language> languages;
    Statement row(database, queries::languages);
    while (row.step())
        languages.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                             enumAt<content::Direction>(row, 5), row.text(6), enumAt<content::TranslationLevel>(row, 7),
                             enumAt<content::TranslationLevel>(row, 8), boolAt(row, 9), row.text(10)});
    return languages;
}

content::Fault faultOf(const std::filesystem::path &file, const DatabaseError &error)
{
    return error.kind() == DatabaseError::Kind::Disk ? unreadable(file, error.what()) : damaged(file, error.what());
}

} // namespace

Reader::Reader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Reader::Reader(Reader &&) noexcept = default;
Reader &Reader::operator=(Reader &&) noexcept = default;
Reader::~Reader() = default;

content::Result<Reader> Reader::open(const std::filesystem::path &file, Withdrawals withdrawals)
{
    requireAllowedThread("Reader::open");
    const content::Result<FileHeader> header = readFileHeader(file);
    if (!header)
        return header.fault();
    try {
        Database database = Database::openImmutable(file, header->withSums);
        checkTables(database);
        if (!header->withSums)
            checkWhole(database);
        content::ReleaseInfo info = loadInfo(database);
        std::vector<content::Language> languages = loadLanguages(database);
        const auto source = std::find_if(languages.begin(), languages.end(), [](const auto &l) { return l.source; });
        require(source != languages.end(), "the source language is missing");
        // What opens can also be read: words, dates and numbers make sense. (SQLite does not look at the CHECKs of a
        // file that is open for reading only.) With right sums, they did when they were written.
        if (!header->withSums)
            (void)EditionLoader(database, info, {}, info.newestDate)
                .load(*source, languages, content::Extent::Whole, {});
        return Reader(std::unique_ptr<State>(
            new State{file, std::move(database), std::move(info), std::move(languages), std::move(withdrawals)}));
    } catch (const DatabaseError &error) {
        return faultOf(file, error);
    } catch (const std::filesystem::filesystem_error &error) {
        return unreadable(file, error.code().message());
    }
}

const content::ReleaseInfo &Reader::info() const
{
    return m_state->info;
}

content::Result<std::shared_ptr<const content::Edition>>
Reader::edition(const std::string &tag, content::Date today, content::Extent extent, const std::string &topic) const
{
    requireAllowedThread("Reader::edition");
    const auto &languages = m_state->languages;
    const auto language = std::find_if(languages.begin(), languages.end(), [&](const auto &l) { return l.tag == tag; });
    if (language == languages.end())
        return content::Fault{"language-unknown", m_state->file.string(),
                              "This release has no language \"" + tag + "\".",
                              "Use one of the tags in content/languages.yaml that the site offers."};
    try {
        return EditionLoader(m_state->database, m_state->info, m_state->withdrawals,
                             std::max(today, m_state->info.newestDate))
            .load(*language, languages, extent, topic);
    } catch (const DatabaseError &error) {
        return faultOf(m_state->file, error);
    }
}

content::Result<std::vector<content::LineToCheck>> Reader::linesToCheck(content::Date today) const
{
    requireAllowedThread("Reader::linesToCheck");
    try {
        const content::Date day = std::max(today, m_state->info.newestDate);
        std::vector<content::LineToCheck> lines;
        Statement row(m_state->database, queries::channels);
        while (row.step()) {
            const content::Channel channel = channelFacts(row);
            if (m_state->withdrawals.withdraws(channel.id, channel.value))
                continue; // withdrawn for ever: nobody need look at it
            if (const auto reason = whyCheck(channel, day))
                lines.push_back({channel.id, *reason, isShown(channel, m_state->info.mode, day)});
        }
        return lines;
    } catch (const DatabaseError &error) {
        return faultOf(m_state->file, error);
    }
}

} // namespace porchlight::store
