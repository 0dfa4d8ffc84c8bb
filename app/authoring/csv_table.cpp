// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/csv_table.h"

#include "authoring/utf8.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <csv.h>

namespace porchlight::authoring {

namespace {

/// libcsv on one file, line by line, so that each row knows its line and one bad quote does not take the rest away.
class CsvReader {
public:
    CsvReader(CsvTable &table, std::string file, Findings &findings)
        : m_table(table), m_file(std::move(file)), m_findings(findings)
    {
        csv_init(&m_parser, strictness);
    }
    ~CsvReader() { csv_free(&m_parser); }
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    void read(const std::vector<std::string> &lines)
    {
        const int count = static_cast<int>(lines.size());
        for (int line = 1; line <= count + 1; ++line) {
            if (!m_open)
                m_row.line = line;
            if (line <= count ? feed(lines[line - 1]) : finish())
                continue;
            m_findings.error("bad-row", {m_file, m_row.line}, "A quote of this row is wrong or never closed.",
                             "Correct it; the row was left out.");
            line = m_row.line; // the rows below are read all the same
            restart();
        }
    }

private:
    static constexpr unsigned char strictness = CSV_STRICT | CSV_STRICT_FINI;

    bool feed(const std::string &line)
    {
        m_open = m_open || line.find_first_not_of(" \t\n") != std::string::npos;
        return csv_parse(&m_parser, line.data(), line.size(), onCell, onRow, this) == line.size();
    }

    bool finish() { return csv_fini(&m_parser, onCell, onRow, this) == 0; }

    void restart()
    {
        csv_free(&m_parser);
        csv_init(&m_parser, strictness);
        m_row = {};
        m_open = false;
    }

    static void onCell(void *cell, std::size_t size, void *self)
    {
        static_cast<CsvReader *>(self)->m_row.cells.emplace_back(static_cast<const char *>(cell), size);
    }

    static void onRow(int, void *self) { static_cast<CsvReader *>(self)->takeRow(); }

    void takeRow()
    {
        m_open = false;
        CsvTable::Row row = std::exchange(m_row, {});
        const auto isBad = [](const std::string &cell) { return firstBadByte(cell).has_value(); };
        if (std::any_of(row.cells.begin(), row.cells.end(), isBad))
            m_findings.error("not-utf8", {m_file, row.line}, "This row holds bytes that are not UTF-8 text.",
                             "Save the file as UTF-8; the row was left out.");
        else if (m_table.names.empty())
            m_table.names = std::move(row.cells);
        else if (row.cells.size() != m_table.names.size())
            m_findings.error("bad-row", {m_file, row.line},
                             "This row has " + std::to_string(row.cells.size()) + " cells, the line of names has " +
                                 std::to_string(m_table.names.size()) + ".",
                             "Put cells that hold a comma into quotes; the row was left out.");
        else
            m_table.rows.push_back(std::move(row));
    }

    CsvTable &m_table;
    std::string m_file;
    Findings &m_findings;
    csv_parser m_parser{};
    CsvTable::Row m_row;
    bool m_open = false;
};

std::vector<std::string> linesOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    std::erase(bytes, '\r');
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        lines.push_back(bytes.substr(at, end - at));
        at = end;
    }
    return lines;
}

} // namespace

bool CsvTable::has(const std::string &name) const
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string CsvTable::cell(const Row &row, const std::string &name) const
{
    const auto at = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    return at < row.cells.size() ? singleLine(row.cells[at]) : std::string();
}

CsvTable readCsv(const std::filesystem::path &file, Findings &findings)
{
    CsvTable table;
    CsvReader(table, file.filename().string(), findings).read(linesOf(file));
    return table;
}

} // namespace porchlight::authoring
