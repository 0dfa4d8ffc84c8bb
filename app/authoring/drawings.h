// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/source_folder.h"

namespace porchlight::authoring {

/// Drawings lie beside the content folder, in media/. A content folder of its own (a test, a first draft) has none.
class Drawings {
public:
    Drawings(const SourceFolder &folder, const char *kind)
        : m_findings(folder.findings),
          m_folder(std::filesystem::absolute(folder.path / "..").lexically_normal() / "media" / kind)
    {
        std::error_code failed;
        m_there = std::filesystem::is_directory(m_folder, failed);
    }

    void require(const std::string &name, const char *code, const Place &at) const
    {
        std::error_code failed;
        if (m_there && !name.empty() && !std::filesystem::is_regular_file(m_folder / (name + ".svg"), failed))
            m_findings.error(code, at, "There is no drawing `" + name + ".svg` in " + m_folder.string() + ".",
                             "Add the drawing, or name one that is there.");
    }

private:
    Findings &m_findings;
    std::filesystem::path m_folder;
    bool m_there = false;
};

} // namespace porchlight::authoring
