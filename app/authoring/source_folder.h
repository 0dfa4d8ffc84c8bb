// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// The content folder on disk, and where findings about it go.
struct SourceFolder {
    std::filesystem::path path;
    Findings &findings;
    std::string part = {}; ///< whose sources are read: "layers/missouri", "sites/demo"; empty: the national ones

    /// The name of a file or folder of the part, relative to the content folder.
    [[nodiscard]] std::string within(const std::string &name) const { return part.empty() ? name : part + "/" + name; }

    /// Names, relative to the content folder, of the files `folder`/*`extension`, sorted. Hidden files are left out.
    [[nodiscard]] std::vector<std::string> list(const std::string &folder, const std::string &extension) const;
    /// Names of the folders in `folder`, sorted.
    [[nodiscard]] std::vector<std::string> folders(const std::string &folder) const;
    /// The bytes of a file, which are whole UTF-8 without control characters; else a finding and nothing.
    [[nodiscard]] std::optional<std::string> read(const std::string &file) const;
    /// Without a finding when the file is not there.
    [[nodiscard]] bool has(const std::string &file) const;
};

/// "topics/pay.md" -> "pay"
std::string stemOf(const std::string &file);

} // namespace porchlight::authoring
