// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// The rows of a CSV file with a line of names above them (RFC 4180).
struct CsvTable {
    struct Row {
        std::vector<std::string> cells;
        int line = 0; ///< that the row begins at
    };
    std::vector<std::string> names;
    std::vector<Row> rows;

    [[nodiscard]] bool has(const std::string &name) const;
    /// On one line, without spaces at the ends; empty where the row or the table has no such cell.
    [[nodiscard]] std::string cell(const Row &row, const std::string &name) const;
};

/// What can be read of the file. Tells of bytes that are not UTF-8 ("not-utf8") and of rows with a quote that is wrong
/// or with another number of cells ("bad-row"); those are left out.
CsvTable readCsv(const std::filesystem::path &file, Findings &findings);

} // namespace porchlight::authoring
