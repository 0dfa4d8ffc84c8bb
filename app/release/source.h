// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace porchlight::release {

/// Where releases come from: a repository on the web, or in a folder (a share, a mounted stick).
struct Source {
    enum class Kind { Web, Folder };
    Kind kind = Kind::Web;
    std::string url;              ///< Web: without a slash at the end
    std::filesystem::path folder; ///< Folder: the repository itself, real path
    std::string given;            ///< as somebody named it, for reports
};

/// What a folder may hold at most before it is looked into any further.
struct FolderLimits {
    std::uint64_t entries = 1'000'000;
    std::uint64_t depth = 8;
};

/// "https://...", "http://...", or a path: the repository itself, or a folder (a stick) that has one in `.ostree/repo`
/// or `porchlight`. A folder is looked through first: nothing but plain files and folders, with the names a repository
/// has; no link is ever followed. Faults: "source-syntax", "source-missing" (nothing there), "source-empty" (no
/// repository in it), "source-link" (a link or a device in it), "source-foreign" (a name that no repository has),
/// "source-too-many" (more entries than the limit, or deeper),
/// "source-unreadable".
content::Result<Source> openSource(const std::string &given, const FolderLimits &limits = {});

} // namespace porchlight::release
