// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: the checks of a staged release, one function each. All are told the release's folder, and
// give a fault with the check's code.

#include "content/language.h"
#include "content/result.h"
#include "release/commit_facts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::release {

/// Plain files and folders alone, with names that mean one thing only, as many and as large as was signed.
content::Outcome checkShape(const std::filesystem::path &release, const CommitFacts &facts);
/// Every clip that an index names is there and begins as a clip does; every film has its picture and its words.
content::Outcome checkMedia(const std::filesystem::path &release);
/// The font of each language is there, in both weights.
content::Outcome checkFonts(const std::filesystem::path &release, const std::vector<content::Language> &languages);

/// `check` as in namedChecks(): "Media" gives "check-media".
content::Fault foundBy(std::string check, const std::string &where, const std::string &what);

/// The first `most` bytes of a file; fewer where it is shorter, none where it cannot be read.
std::string beginningOf(const std::filesystem::path &file, std::size_t most);

} // namespace porchlight::release
