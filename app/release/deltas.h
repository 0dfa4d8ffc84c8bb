// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what a kiosk fetches to come from one release to the next.

#include "release/archive.h"

#include <cstdint>
#include <string>

namespace porchlight::release {

/// Makes the delta between two signed commits. Nobody asks for it before the summary names it.
/// Returns the bytes that a kiosk fetches with it.
std::uint64_t makeDelta(const Archive &archive, const std::string &from, const std::string &to);

/// Bytes of all objects of a commit, as a web server sends them.
std::uint64_t storedBytes(const Archive &archive, const std::string &checksum);

/// A delta carries the signatures of its commit. After another one was added: the head files anew.
Superblocks superblocksWithSignatures(const Archive &archive, const std::string &checksum);

} // namespace porchlight::release
