// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"

#include <filesystem>
#include <map>
#include <string>

namespace porchlight::authoring {

/// A line of a script, by which a person records.
struct ScriptLine {
    std::string key;
    std::string text;
};

/// What takeRecordings() knows of a script.
struct Script {
    std::string tag;
    std::map<int, ScriptLine> lines; ///< by number
};

/// Writes what somebody who records `tag` shall read out for the release of `site`: a line each of number, key, text,
/// where it stands, and `done` where it is recorded, parted by tabs. Faults: those of the sources, "unknown-language",
/// "output-not-written".
Report writeScript(const std::filesystem::path &content, const std::string &site, const std::string &tag,
                   const std::filesystem::path &file, const Options &options);

/// Reads such a file again. Tells what is not of its form: "bad-script".
Script readScript(const std::filesystem::path &file, Report &report);

} // namespace porchlight::authoring
