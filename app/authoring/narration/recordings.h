// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"

#include <filesystem>
#include <map>
#include <string>

namespace porchlight::authoring {

/// What people have recorded in one language: media/narration/TAG/KEY.opus, and narrator.yaml.
struct Recordings {
    std::string narrator;                               ///< the name to show
    std::map<std::string, std::filesystem::path> files; ///< by clip key
};

using RecordingsByTag = std::map<std::string, Recordings>;

/// Where recordings lie: beside the content folder, as drawings do.
std::filesystem::path narrationFolder(const std::filesystem::path &content);

/// Every language that has a folder there. Tells what is no recording, or damaged, or of nobody: "bad-recording",
/// "no-narrator". Without `thorough` a file is not decoded.
RecordingsByTag readRecordings(const std::filesystem::path &content, Findings &findings, bool thorough);

} // namespace porchlight::authoring
