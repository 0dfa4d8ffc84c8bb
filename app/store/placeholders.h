// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace porchlight::store {

/// Values to put in for {number:ID}, by channel id.
using Numbers = std::unordered_map<std::string, std::string>;

/// Puts the numbers in, each in a left-to-right isolate, so that its digit groups keep their order in Arabic text.
/// Nothing when one of them is not known: a sentence that lacks its number must not be shown.
std::optional<std::string> fillNumbers(std::string_view text, const Numbers &numbers);

} // namespace porchlight::store
