// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>

namespace porchlight::store {

/// Reads a whole store in the way SQLite knows: every page through its sum, every index against its table, every
/// reference; and no text of it is empty. Takes longer with more content; for a release that is not shown yet. Aborts
/// on a thread that is forbidden to use the store. Faults: those of Reader::open.
content::Outcome checkIntegrity(const std::filesystem::path &file);

} // namespace porchlight::store
