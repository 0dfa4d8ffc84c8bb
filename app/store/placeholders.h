// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace porchlight::store {

/// What to put in for a placeholder, by what stands between its braces: "number:hotline.call", "fact:ID", "hours".
using Values = std::unordered_map<std::string, std::string>;

/// Puts the values in, each in a left-to-right isolate, so that its digit groups keep their order in Arabic text.
/// Nothing when a number or a fact is not known: a sentence that lacks one must not be shown. Other braces that are not
/// known stay as they are: the screen fills them in ("{count}").
std::optional<std::string> fillPlaceholders(std::string_view text, const Values &values);

/// Puts a word in without an isolate: a language's own name is text of that language.
std::string fillWord(std::string_view text, std::string_view placeholder, std::string_view word);

} // namespace porchlight::store
