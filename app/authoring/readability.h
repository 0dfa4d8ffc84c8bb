// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/language.h"

#include <optional>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// How hard a page is to read, on the scale that is in use for its language.
struct Reading {
    std::string scale; ///< "Flesch-Kincaid grade"; "proxy: words per sentence" where no scale is accepted
    double score = 0;
    double limit = 0;
    bool higherIsEasier = false;
    [[nodiscard]] bool tooHard() const { return higherIsEasier ? score < limit : score > limit; }
};

/// Fewer words make any scale noisy.
inline constexpr int fewestWordsToRate = 20;

/// The reading level of the joined texts of a page, without placeholders; nothing for a page of a few words.
std::optional<Reading> readingOf(const std::vector<std::string> &texts, const content::Language &language,
                                 content::Domain domain);

/// How long one sentence is, and may be: in words, or in letters where a script writes no spaces between words.
struct SentenceLength {
    int length = 0;
    int longest = 0;
    const char *unit = "words";
};
SentenceLength sentenceLength(const std::string &sentence, const content::Language &language, content::Domain domain);

/// The longest English sentence.
int longestSentence(content::Domain domain);

/// By the groups of vowels; English, Spanish and French also by what is silent or parted there.
int syllablesIn(const std::string &word, const std::string &languageTag);

} // namespace porchlight::authoring
