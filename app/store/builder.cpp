// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"

#include "store/database.h"
#include "store/page_sums.h"
#include "store/row_writer.h"
#include "store/schema.h"
#include "store/thread_guard.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace porchlight::store {

namespace {

content::Fault notWritten(const std::filesystem::path &file, const std::string &detail)
{
    return {"store-not-written", file.string(), "The content store could not be written (" + detail + ").",
            "Check that the folder exists, that you may write there, and that the disk has room."};
}

constexpr int pageSize = 4096;

void writeDatabase(const std::filesystem::path &file, const ReleaseRows &rows)
{
    Database database = Database::create(file);
    (void)database.firstText("PRAGMA journal_mode = DELETE");
    // secure_delete zeroes what a page no longer holds: without it, left-overs could differ between equal builds.
    database.run("PRAGMA page_size = " + std::to_string(pageSize));
    database.run("PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
                 "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE;");
    database.run("PRAGMA application_id = " + std::to_string(applicationId));
    database.run("PRAGMA user_version = " + std::to_string(schemaVersion));
    database.run(schemaSql());
    RowWriter(database).write(rows);
    database.run("COMMIT");
}

/// As the kiosk reads it, and all of it: references and indices too, which the kiosk relies on.
void checkWritten(const std::filesystem::path &file)
{
    Database database = Database::openImmutable(file, true);
    if (database.firstText("PRAGMA integrity_check(1)") != "ok" || database.firstText("PRAGMA foreign_key_check"))
        throw DatabaseError(DatabaseError::Kind::Disk, "what was written reads back differently");
}

/// A rename is only lasting once its folder is on the disk.
void syncFolder(const std::filesystem::path &folder)
{
    const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

content::Outcome writeAndRename(const std::filesystem::path &file, const std::filesystem::path &fresh,
                                const ReleaseRows &rows)
{
    try {
        writeDatabase(fresh, rows);
        writeSums(fresh, pageSize);
        checkWritten(fresh);
        std::filesystem::rename(fresh, file);
    } catch (const BadRow &row) {
        return content::Fault{"store-bad-row", row.where(), row.what(), "Correct what the row was made from."};
    } catch (const DatabaseError &error) {
        return notWritten(file, error.what());
    } catch (const std::filesystem::filesystem_error &error) {
        return notWritten(file, error.code().message());
    }
    syncFolder(file.parent_path());
    return content::Nothing{};
}

} // namespace

content::Outcome buildStore(const std::filesystem::path &file, const ReleaseRows &rows)
{
    requireAllowedThread("buildStore");
    const std::filesystem::path fresh = file.string() + ".new";
    const std::filesystem::path journal = fresh.string() + "-journal";
    std::error_code ignored;
    // Left behind by a build that was stopped; SQLite must not roll its journal back into ours.
    std::filesystem::remove(fresh, ignored);
    std::filesystem::remove(journal, ignored);
    content::Outcome outcome = writeAndRename(file, fresh, rows);
    if (!outcome) {
        std::filesystem::remove(fresh, ignored);
        std::filesystem::remove(journal, ignored);
    }
    return outcome;
}

} // namespace porchlight::store
