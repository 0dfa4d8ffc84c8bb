// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace porchlight::release {

/// A piece of a new file: taken from the old one, or new.
struct Piece {
    bool old = false;
    std::uint64_t at = 0; ///< in the old file, or in the new one
    std::uint64_t size = 0;

    bool operator==(const Piece &) const = default;
};

/// How the new file is put together from the old one, down to a few bytes: pieces in order, none empty.
std::vector<Piece> piecesOf(std::string_view before, std::string_view after);

/// Puts it together.
std::string assembled(std::string_view before, std::string_view after, const std::vector<Piece> &pieces);

} // namespace porchlight::release
