// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release.

#include "release/archive.h"

#include <optional>
#include <string>

namespace porchlight::release {

/// A delta as libostree reads it: its head file, and its one part.
struct FineDelta {
    std::string superblock;
    std::string part;
};

/// A delta in which files are compared down to a few bytes. libostree's own way sends some 60 KB for one changed word
/// of a store: it looks for equal pieces of 8 to 32 KB. `superblock` is libostree's own for the same commits; objects
/// that come by themselves in it still do, but for those that were something else before. Nothing where it would be too
/// much for one part.
std::optional<FineDelta> fineDelta(const Archive &archive, const std::string &from, const std::string &to,
                                   GVariant *superblock);

/// Of a superblock.
inline constexpr const char *superblockType = "(a{sv}tayay(a{sv}aya(say)sstayay)aya(uayttay)a(yaytt))";

} // namespace porchlight::release
