// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"
#include "authoring/fonts.h"
#include "authoring/sources.h"

namespace porchlight::authoring {

/// What is known after a check: the sources, and the fonts that were found for them.
struct CheckedSources {
    Sources sources;
    FontTable fonts;
    Report report;
};

CheckedSources readAndCheck(const std::filesystem::path &content, const std::string &site, const Options &options);

} // namespace porchlight::authoring
