// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"
#include "authoring/fonts.h"
#include "authoring/sources.h"

namespace porchlight::authoring {

/// What is known after a check: the sources of one release, and the fonts that were found for them.
struct CheckedSources {
    Sources sources;
    FontTable fonts;
    Report report;
    bool siteIsBroken = false; ///< all errors are the site's own: `sources` are the national ones
};

/// The site whose release it is.
CheckedSources readAndCheck(const std::filesystem::path &content, const std::string &site, const Options &options);

/// The national content alone, and every layer and site.
Report readAndCheckAll(const std::filesystem::path &content, const Options &options);

} // namespace porchlight::authoring
