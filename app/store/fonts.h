// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>

namespace porchlight::store {

/// Has a release folder fonts, and does each file of them hold what its table of contents says? Without them a screen
/// would be full of boxes, which no reader of the store notices. Faults: "fonts-missing", "fonts-damaged".
content::Outcome checkFonts(const std::filesystem::path &release);

} // namespace porchlight::store
