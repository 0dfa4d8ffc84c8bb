// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/fonts.h"
#include "authoring/sources.h"

#include <map>
#include <memory>
#include <string>

namespace porchlight::authoring {

/// How many English letters fit where a text stands: what its entry says, else what there is room for in its place.
/// 0: no limit.
int lettersThatFit(const Text &text);

/// Measures texts as they are drawn, shaped in the font of their language, with the base font for what that lacks.
class TextWidths {
public:
    explicit TextWidths(const FontTable &fonts);
    ~TextWidths();
    TextWidths(const TextWidths &) = delete;
    TextWidths &operator=(const TextWidths &) = delete;

    /// Is the font there, and the base font?
    bool knows(const std::string &family);
    /// In English letters of the mean width, of the same font size. Placeholders count as two digits.
    double inLetters(const std::string &text, const std::string &family);

private:
    struct Face;
    Face &face(const std::string &family);
    double ems(const std::string &text, const std::string &family);

    const FontTable &m_fonts;
    std::map<std::string, std::unique_ptr<Face>> m_faces;
    double m_meanLetter = 0;
};

} // namespace porchlight::authoring
