// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace porchlight::programs {

/// The verbs that bring a built release to kiosks: publish, sign, promote, withdraw, stick. Returns the program's exit
/// status; nothing where the first word is another verb.
std::optional<int> releases(const std::vector<std::string> &words);

/// What --help says of them.
extern const char *const releasesHelp;

} // namespace porchlight::programs
