// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace porchlight::content {

/// How many words a reader has before them. UTF-8. Chinese writes no spaces: two of its characters count as a word.
int countWords(std::string_view text);

} // namespace porchlight::content
