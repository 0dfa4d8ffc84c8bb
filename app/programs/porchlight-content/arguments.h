// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"
#include "programs/porchlight-content/preview_slip.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::programs {

enum class Verb { Help, Version, Check, ListChecks, Build, Stats, Extract, Import, Narrate, Script, Take, Preview };

struct Arguments {
    Verb verb = Verb::Help;
    std::filesystem::path content;
    std::filesystem::path output;
    std::string site;                   ///< empty: all of them
    std::filesystem::path list;         ///< that is imported
    std::string into;                   ///< folder of the content that it goes to: "sites/demo"
    std::vector<std::string> only;      ///< codes; empty: all
    std::filesystem::path cache;        ///< of clips
    std::vector<std::string> languages; ///< that are narrated; empty: all that have a voice
    std::string scriptTag;              ///< whose script is written
    std::filesystem::path script;       ///< by which takes are named
    std::filesystem::path takes;        ///< folder of WAV files
    PreviewSlip preview;
    bool json = false;
    bool progress = false;
    authoring::Options options;
};

/// Nothing, with `complaint` filled in, when the command line makes no sense.
std::optional<Arguments> parseArguments(const std::vector<std::string> &words, std::string &complaint);

extern const char *const helpText;

} // namespace porchlight::programs
