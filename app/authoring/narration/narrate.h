// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// What was done for one language.
struct Narrated {
    std::string tag;
    std::string voice; ///< "flite slt"; or why there is none
    bool voiced = false;
    std::size_t made = 0;
    std::size_t kept = 0;
    std::size_t recorded = 0;
    double seconds = 0; ///< of work, over all processes
};

struct Narration {
    std::vector<Narrated> languages;
    Report report; ///< errors of the sources, which keep anything from being made; "voice-silent", "cache-not-written"
};

/// Makes the clips that the release of `site` needs and `cache` lacks, in as many processes as there are processors. A
/// clip is written whole or not at all, so that what is interrupted goes on where it was. `languages`: these alone;
/// empty: all that have a voice. Nothing in the cache is ever removed.
Narration narrate(const std::filesystem::path &content, const std::string &site, const std::filesystem::path &cache,
                  const std::vector<std::string> &languages, const Options &options);

} // namespace porchlight::authoring
