// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/paper.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::programs {

struct PreviewSlip {
    std::filesystem::path release; ///< empty: the built-in one
    std::string language;
    std::string design;
    std::vector<std::string> lines;    ///< channels; empty: the hotline's voice line
    std::optional<print::Paper> paper; ///< none: the slip's own size
    bool code = false;
    int dpi = 203; ///< of most receipt printers
};

/// "58mm", "80mm", "a4", "letter"; none for "own". False: there is no such paper.
bool paperNamed(const std::string &name, std::optional<print::Paper> &paper);

/// Draws a slip as a printer would get it, with the fonts of the release. Empty, or what is wrong. Makes the one
/// QGuiApplication of the program, without a screen.
std::string previewSlip(const PreviewSlip &what, const std::filesystem::path &png);

} // namespace porchlight::programs
