// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace porchlight::content {

inline constexpr std::string_view leftToRightIsolate = "\u2066";
inline constexpr std::string_view popIsolate = "\u2069";

/// Text of a right-to-left language with each Latin name ("988 Suicide & Crisis Lifeline") and each number of several
/// groups ("1-888-373-7888", "27.6") in a left-to-right isolate. After an Arabic letter such groups would otherwise be
/// drawn in reverse order (UAX #9, W2), the number of a name would part from it, and a text that begins with a name
/// would read from the left as a whole (P2). Placeholders stay as they are.
std::string isolateLeftToRight(std::string_view text);

} // namespace porchlight::content
