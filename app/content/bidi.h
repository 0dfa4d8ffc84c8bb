// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace porchlight::content {

inline constexpr std::string_view leftToRightIsolate = "\u2066";
inline constexpr std::string_view popIsolate = "\u2069";

/// Text of a right-to-left language with each number of several groups ("1-888-373-7888", "2-1-1", "27.6") in a
/// left-to-right isolate. After an Arabic letter such groups would otherwise be drawn in reverse order (UAX #9, W2).
std::string isolateNumbers(std::string_view text);

} // namespace porchlight::content
