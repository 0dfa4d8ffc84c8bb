// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/page_sums.h"

#include <initializer_list>
#include <new>
#include <sqlite3.h>
#include <utility>

namespace porchlight::store {

namespace {

// A flipped byte may claim a text of any length; no text of ours comes near this.
constexpr int longestValue = 4 * 1024 * 1024;

[[noreturn]] void fail(sqlite3 *handle, int code)
{
    using Kind = DatabaseError::Kind;
    const std::string message = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        throw std::bad_alloc();
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        throw DatabaseError(Kind::Constraint, message);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw DatabaseError(Kind::Disk, message);
    default:
        throw DatabaseError(Kind::Damaged, message);
    }
}

std::string immutableUri(const std::filesystem::path &file)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            uri += {'%', hex[byte >> 4], hex[byte & 15]};
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

} // namespace

Database::Database(const std::string &name, int flags, const char *fileSystem)
{
    const int code =
        sqlite3_open_v2(name.c_str(), &m_handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, fileSystem);
    if (code == SQLITE_OK)
        return;
    try {
        fail(m_handle, code);
    } catch (...) {
        sqlite3_close(m_handle); // the destructor of a half-made object does not run
        throw;
    }
}

Database::Database(Database &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}

Database::~Database()
{
    sqlite3_close(m_handle);
}

Database Database::openImmutable(const std::filesystem::path &file, bool withSums)
{
    Database database(immutableUri(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                      withSums ? checkingFileSystem() : nullptr);
    struct Setting {
        int verb;
        int value;
    };
    // The file is not trusted to be what we wrote: its schema may call nothing and hide nothing.
    for (const Setting setting : std::initializer_list<Setting>{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                                {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                                {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                                                {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                                                {SQLITE_DBCONFIG_DQS_DML, 0}})
        sqlite3_db_config(database.m_handle, setting.verb, setting.value, nullptr);
    sqlite3_limit(database.m_handle, SQLITE_LIMIT_LENGTH, longestValue);
    // Without a memory map a file that is cut short under us is an error and not a signal.
    database.run("PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;");
    (void)database.firstText("PRAGMA mmap_size = 0");
    return database;
}

Database Database::create(const std::filesystem::path &file)
{
    Database database(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    int room = sumBytes;
    if (const int code = sqlite3_file_control(database.m_handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &room))
        fail(database.m_handle, code);
    return database;
}

void Database::run(std::string_view sql)
{
    const int code = sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_handle, code);
}

std::optional<std::string> Database::firstText(std::string_view sql)
{
    Statement statement(*this, sql);
    if (!statement.step())
        return std::nullopt;
    return statement.text(0);
}

Statement::Statement(Database &database, std::string_view sql) : m_database(database.m_handle)
{
    const int code = sqlite3_prepare_v2(m_database, sql.data(), static_cast<int>(sql.size()), &m_handle, nullptr);
    if (code != SQLITE_OK)
        fail(m_database, code);
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::bind(int parameter, std::string_view text)
{
    // An empty view may hold no pointer at all, which SQLite would take for NULL.
    const char *data = text.data() ? text.data() : "";
    const int code = sqlite3_bind_text64(m_handle, parameter + 1, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        fail(m_database, code);
}

void Statement::bind(int parameter, std::int64_t number)
{
    if (const int code = sqlite3_bind_int64(m_handle, parameter + 1, number); code != SQLITE_OK)
        fail(m_database, code);
}

void Statement::bind(int parameter, double number)
{
    if (const int code = sqlite3_bind_double(m_handle, parameter + 1, number); code != SQLITE_OK)
        fail(m_database, code);
}

void Statement::bind(int parameter, std::optional<std::int64_t> number)
{
    if (number)
        bind(parameter, *number);
    else if (const int code = sqlite3_bind_null(m_handle, parameter + 1); code != SQLITE_OK)
        fail(m_database, code);
}

void Statement::bind(int parameter, const std::optional<std::string_view> &text)
{
    if (text)
        bind(parameter, *text);
    else
        bind(parameter, std::optional<std::int64_t>{});
}

bool Statement::step()
{
    const int code = sqlite3_step(m_handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(m_database, code);
    return code == SQLITE_ROW;
}

void Statement::reset()
{
    sqlite3_reset(m_handle); // repeats the error that step() has thrown
}

std::string Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    if (!data)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

} // namespace porchlight::store
