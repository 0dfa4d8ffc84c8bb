// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"
#include "store/database.h"
#include "store/names.h"

#include <string>

namespace porchlight::store {

// Columns as typed values. A value that the schema would not have let in means that the file is damaged.

template <class E> E enumAt(const Statement &row, int column)
{
    const std::string name = row.text(column);
    if (const auto value = valueOf<E>(name))
        return *value;
    throw DatabaseError(DatabaseError::Kind::Damaged, "unknown word \"" + name + "\"");
}

inline content::Date dateAt(const Statement &row, int column)
{
    const std::string text = row.text(column);
    if (const auto date = content::parseDate(text))
        return *date;
    throw DatabaseError(DatabaseError::Kind::Damaged, "\"" + text + "\" is no date");
}

inline bool boolAt(const Statement &row, int column)
{
    const std::int64_t value = row.integer(column);
    if (value == 0 || value == 1)
        return value == 1;
    throw DatabaseError(DatabaseError::Kind::Damaged, "neither yes nor no");
}

} // namespace porchlight::store
