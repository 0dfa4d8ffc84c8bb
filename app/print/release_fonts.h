// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace porchlight::print {

/// Lets Qt draw with the fonts of a release, for slips and pages without a kiosk around them. For the rest of the
/// program's life.
void takeReleaseFonts(const std::filesystem::path &release);

} // namespace porchlight::print
