// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>

namespace porchlight::store {

/// Looks at a file before SQLite does, so that only a file that calls itself our store is ever parsed, and so that
/// each kind of wrong file has its own name. Faults are those of Reader::open.
content::Outcome checkFileHeader(const std::filesystem::path &file);

} // namespace porchlight::store
