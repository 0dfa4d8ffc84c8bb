// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/store: the only header that stands for SQLite's C API. Throws; the borders of the library
// (Reader, buildStore) turn what is thrown into a content::Fault.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace porchlight::store {

class DatabaseError : public std::runtime_error {
public:
    enum class Kind {
        Damaged,    ///< what the file holds makes no sense
        Constraint, ///< a row breaks a rule of the schema
        Disk,       ///< permission, input, output, full
    };
    DatabaseError(Kind kind, const std::string &message) : std::runtime_error(message), m_kind(kind) {}
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

class Database {
public:
    /// For reading only, on the promise that nobody changes the file: no lock, no journal, nothing written.
    /// `withSums`: each page is compared with the sum at its end whenever it is read.
    static Database openImmutable(const std::filesystem::path &file, bool withSums);
    /// A new file, with room for a sum at the end of each page; there must be none.
    static Database create(const std::filesystem::path &file);

    Database(Database &&other) noexcept;
    Database &operator=(Database &&) = delete;
    ~Database();

    /// Runs statements that give no rows.
    void run(std::string_view sql);
    /// The text of the first column of the first row.
    [[nodiscard]] std::optional<std::string> firstText(std::string_view sql);

private:
    friend class Statement;
    Database(const std::string &name, int flags, const char *fileSystem = nullptr);
    sqlite3 *m_handle = nullptr;
};

/// One prepared statement; must not outlive its database. Columns and parameters count from 0.
class Statement {
public:
    Statement(Database &database, std::string_view sql);
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    void bind(int parameter, std::string_view text);
    void bind(int parameter, std::int64_t number);
    void bind(int parameter, double number);
    void bind(int parameter, std::optional<std::int64_t> number);
    void bind(int parameter, const std::optional<std::string_view> &text);

    /// To the next row; false after the last one.
    bool step();
    void reset();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    sqlite3 *m_database;
    sqlite3_stmt *m_handle = nullptr;
};

} // namespace porchlight::store
