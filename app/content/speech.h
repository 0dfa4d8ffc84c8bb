// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace porchlight::content {

/// A text of the screen as it is looked up among the clips of a release: without marks that only serve drawing
/// (zero-width spaces, direction isolates and marks, soft hyphens), each run of white space one space, none at the
/// ends. UTF-8. Whoever makes the clips and whoever plays them must agree, so there is one such function.
std::string speakable(std::string_view text);

/// Name of the clip of a text, without folder and extension: 16 hexadecimal digits, the 64-bit FNV-1a of
/// speakable(text). It lies in sound/TAG/KEY.opus of the release. Empty where nothing is left to say.
std::string clipKey(std::string_view text);

/// The digits of what people dial ("1-888-373-7888", "988", "2-1-1"), groups parted by a space: "1 888 373 7888". A
/// text without a clip of its own is spoken digit by digit from the clips of "0" to "9". Nothing where `text` holds
/// more than digits, spaces, hyphens, brackets, dots and a leading plus.
std::optional<std::string> dialledDigits(std::string_view text);

} // namespace porchlight::content
