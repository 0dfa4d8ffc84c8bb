// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace porchlight::store {

// Each page of a store ends with a sum over the rest of it and its number. So a page is known to be what was written
// as soon as it is read, and opening need not read them all. Against damage, not against forgers: a signature is.

/// What SQLite leaves free at the end of a page (byte 20 of a file says so): the sum.
inline constexpr int sumBytes = 8;

/// Does this page end with its sum? `number` counts from 0.
[[nodiscard]] bool sumIsRight(const unsigned char *page, std::size_t size, std::uint64_t number);

/// Writes the sums into a database that was made with room for them, and waits for the disk.
/// Throws DatabaseError.
void writeSums(const std::filesystem::path &file, std::size_t pageSize);

/// The name of the SQLite file system that gives out no page whose sum is wrong: reading fails with SQLITE_CORRUPT.
const char *checkingFileSystem();

} // namespace porchlight::store
