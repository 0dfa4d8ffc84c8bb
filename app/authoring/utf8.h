// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace porchlight::authoring {

/// Offset of the first byte that is not whole UTF-8, or is a control character other than tab and line ends.
std::optional<std::size_t> firstBadByte(std::string_view bytes);

/// The code points of valid UTF-8.
std::vector<char32_t> codePoints(std::string_view utf8);

/// Draws nothing by itself (joiners, direction marks, variation selectors): no font needs a glyph for it.
bool isInvisible(char32_t c);

/// A direction override or embedding, which can make a text read otherwise than it is written.
bool turnsDirection(char32_t c);

/// The value of a decimal digit of any script; -1 for anything else.
int digitValue(char32_t c);

/// "U+0627"
std::string codePointName(char32_t c);

/// Line ends and runs of spaces become one space; none at the ends.
std::string singleLine(std::string_view text);

} // namespace porchlight::authoring
