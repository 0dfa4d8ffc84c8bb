// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"
#include "store/database.h"
#include "store/names.h"
#include "store/row_writer.h"

#include <string>
#include <string_view>
#include <type_traits>

namespace porchlight::store {

/// INSERT INTO one table, row by row. Values are given in the order of the columns.
class Insert {
public:
    Insert(Database &database, std::string_view table, int columns) : m_statement(database, sql(table, columns)) {}

    template <class... Values> void row(const std::string &where, const Values &...values)
    {
        int parameter = 0;
        (bind(parameter++, values), ...);
        try {
            m_statement.step();
        } catch (const DatabaseError &error) {
            if (error.kind() == DatabaseError::Kind::Constraint)
                throw BadRow(where, error.what());
            throw;
        }
        m_statement.reset();
    }

private:
    static std::string sql(std::string_view table, int columns)
    {
        std::string text = "INSERT INTO " + std::string(table) + " VALUES (?";
        for (int i = 1; i < columns; ++i)
            text += ", ?";
        return text + ")";
    }

    template <class T> void bind(int parameter, const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            m_statement.bind(parameter, nameOf(value));
        else if constexpr (std::is_same_v<T, content::Date>)
            m_statement.bind(parameter, std::string_view(content::formatDate(value)));
        else if constexpr (std::is_integral_v<T>)
            m_statement.bind(parameter, static_cast<std::int64_t>(value));
        else if constexpr (std::is_convertible_v<const T &, std::string_view>)
            m_statement.bind(parameter, std::string_view(value));
        else
            m_statement.bind(parameter, value);
    }

    Statement m_statement;
};

} // namespace porchlight::store
