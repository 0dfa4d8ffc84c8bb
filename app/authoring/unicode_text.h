// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace porchlight::authoring {

/// The text as it is compared: one form for each letter (NFKC), without capitals, joiners and the like.
std::string folded(std::string_view utf8);

/// The sentences of one text, by the rules of Unicode. The text's end ends a sentence, with or without a full stop.
std::vector<std::string> sentencesOf(std::string_view utf8, const std::string &languageTag);

/// What stands between spaces and holds a letter or digit.
std::vector<std::string> wordsOf(std::string_view utf8);

/// Nothing that anybody sees: empty, or white space and invisible marks of any kind.
bool isBlank(std::string_view utf8);

/// Letters and digits, without the marks that stand above, below or around them.
int lettersIn(std::string_view utf8);

/// Does `word` stand in `text` as a whole word? Both are folded.
bool holdsWord(std::string_view text, std::string_view word);

/// With zero-width spaces between the words of a script that writes none (Burmese, Khmer, Lao), by the dictionaries of
/// Unicode: Qt knows no word there, and would break a line inside a syllable. Other texts come back as they are.
std::string withWordBreaks(const std::string &utf8, const std::string &languageTag);

} // namespace porchlight::authoring
