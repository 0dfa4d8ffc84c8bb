// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: files into commits.

#include "release/archive.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace porchlight::release {

/// Small files that a commit holds at its top, by name.
using TopFiles = std::map<std::string, std::string>;

/// Counts files and bytes of a folder into `facts`. Faults: "release-odd" (a link or a device in it), "release-large".
void measure(const std::filesystem::path &folder, const TopFiles &top, CommitFacts &facts);

struct CommitWords {
    std::string subject;
    std::string body;
    std::uint64_t time = 0; ///< seconds since 1970
    std::string parent;     ///< may be empty
};

/// Writes a commit; no ref leads to it. The same input gives the same checksum: everyone may read all files, nobody
/// owns them, and the time is that of the content. `folder` may be empty.
std::string writeCommit(const Archive &archive, const std::filesystem::path &folder, const TopFiles &top,
                        const CommitFacts &facts, const std::vector<std::string> &refs, const CommitWords &words);

/// The accepted keys that the next commit brings, with their serial: those of `file`, or, where it is empty, those
/// that were published last, so that a kiosk gets them however long it was away. Faults: those of readKeys,
/// "keys-none".
PublishedKeys keysToBring(const Archive &archive, const std::filesystem::path &file);

} // namespace porchlight::release
