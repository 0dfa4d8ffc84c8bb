// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"

#include "store/database.h"
#include "store/faults.h"
#include "store/file_header.h"
#include "store/thread_guard.h"

namespace porchlight::store {

content::Outcome checkIntegrity(const std::filesystem::path &file)
{
    requireAllowedThread("checkIntegrity");
    const auto header = readFileHeader(file);
    if (!header)
        return header.fault();
    try {
        Database database = Database::openImmutable(file, header->withSums);
        if (const auto found = database.firstText("PRAGMA integrity_check(1)"); found != "ok")
            return damaged(file, found.value_or("it cannot be checked"));
        if (database.firstText("PRAGMA foreign_key_check"))
            return damaged(file, "a reference leads nowhere");
        // SQLite does not look at the CHECKs of a file that is open for reading only.
        if (database.firstText("SELECT 1 FROM text WHERE value = '' UNION ALL SELECT 1 FROM translation "
                               "WHERE value = '' UNION ALL SELECT 1 FROM channel WHERE value = '' LIMIT 1"))
            return damaged(file, "a text is empty");
    } catch (const DatabaseError &error) {
        return error.kind() == DatabaseError::Kind::Disk ? unreadable(file, error.what()) : damaged(file, error.what());
    } catch (const std::filesystem::filesystem_error &error) {
        return unreadable(file, error.code().message());
    }
    return content::Nothing{};
}

} // namespace porchlight::store
