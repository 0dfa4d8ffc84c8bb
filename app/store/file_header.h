// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace porchlight::store {

struct FileHeader {
    std::size_t pageSize = 0;
    std::uint64_t pages = 0;
    bool withSums = false; ///< each page ends with its sum; stores of the first programs have none
    int schema = 0;        ///< number of its schema, one that this program reads
};

/// Looks at a file before SQLite does, so that only a file that calls itself our store is ever parsed, and so that
/// each kind of wrong file has its own name. Faults are those of Reader::open.
content::Result<FileHeader> readFileHeader(const std::filesystem::path &file);

} // namespace porchlight::store
