// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release.

#include "content/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace porchlight::release {

/// "disk-full", "disk-read-only", or "disk-failed" with the system's own words.
content::Fault diskFault(const std::filesystem::path &where, int error);

/// Replaces a file whole, others may read it: what stands there after a power cut is the old one or the new one.
/// Everything is on the disk when it returns. Faults: those of diskFault.
content::Outcome writeAtomically(const std::filesystem::path &file, std::string_view bytes);

/// A rename, a new link or a removal is only lasting once its folder is on the disk.
content::Outcome syncFolder(const std::filesystem::path &folder);

/// In lower-case hex.
std::string sha256(std::string_view bytes);

/// Nothing where there is no such file, where it cannot be read, or where it is longer than `most`.
std::optional<std::string> readSmall(const std::filesystem::path &file, std::size_t most);

} // namespace porchlight::release
