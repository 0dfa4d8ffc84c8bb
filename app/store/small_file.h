// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace porchlight::store {

/// A small file that another user may have put there: a plain file, not a link, and no more of it than `most` bytes.
struct SmallFile {
    std::string bytes;
    int error = 0;       ///< errno; 0 where it could be read
    bool longer = false; ///< there is more than was read
};
SmallFile readSmallFile(const std::filesystem::path &file, std::size_t most);

} // namespace porchlight::store
