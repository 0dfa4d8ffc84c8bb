// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release.

#include "release/commit_facts.h"
#include "store/reader.h"

#include <string>
#include <vector>

namespace porchlight::release {

/// What people would see changed, in each language, on the newest date of `after`. A language that is new, or gone, is
/// itself what was added or removed: "language:tl". Languages in which nothing changed are left out.
content::Result<std::vector<LanguageChanges>> compareReleases(const store::Reader &before, const store::Reader &after);

/// The same for people, a line for each; without a line end at the end. Empty where nothing changed.
std::string changesInWords(const std::vector<LanguageChanges> &changes);

} // namespace porchlight::release
