// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace porchlight::programs {

/// Lets Qt draw with the fonts of a release, for pages without a kiosk around them.
void takeReleaseFonts(const std::filesystem::path &release);

} // namespace porchlight::programs
