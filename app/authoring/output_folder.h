// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace porchlight::authoring {

/// A release folder that is written whole or not at all: a draft is made beside it and takes its place at the end.
/// A draft that was not committed is removed.
class OutputFolder {
public:
    explicit OutputFolder(const std::filesystem::path &folder);
    ~OutputFolder();
    OutputFolder(const OutputFolder &) = delete;
    OutputFolder &operator=(const OutputFolder &) = delete;

    /// Makes an empty draft with these folders in it. Refuses to replace anything that is not a release.
    content::Outcome begin(const std::vector<std::filesystem::path> &folders);
    [[nodiscard]] const std::filesystem::path &draft() const { return m_draft; }
    content::Outcome commit();

private:
    content::Outcome exchange();

    std::filesystem::path m_folder;
    std::filesystem::path m_draft;
    std::filesystem::path m_former;
};

/// Writes and syncs one file. Fault: "output-not-written".
content::Outcome writeFile(const std::filesystem::path &file, std::string_view bytes);

} // namespace porchlight::authoring
