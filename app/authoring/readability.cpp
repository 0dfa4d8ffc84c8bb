// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/readability.h"

#include "authoring/text_rules.h"
#include "authoring/unicode_text.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace porchlight::authoring {

using content::Domain;
using content::Language;

namespace {

constexpr int englishHelp = 12;
constexpr int englishLearn = 20;
// A sentence grows by a fifth to a third on its way from English into most languages, and by half where each syllable
// is written as a word (Vietnamese), a little more with a name and its meaning in brackets. Above that it is no longer
// the same sentence, but two of them in one.
constexpr double growth = 1.75;

/// How many letters stand for one English word, in scripts that write no spaces between words.
struct Unspaced {
    const char *script;
    double lettersPerWord;
};
constexpr std::array unspaced{Unspaced{"Hans", 1.7}, Unspaced{"Hant", 1.7}, Unspaced{"Jpan", 2.2},
                              Unspaced{"Thai", 4.0}, Unspaced{"Laoo", 4.0}, Unspaced{"Khmr", 4.0},
                              Unspaced{"Mymr", 4.0}};

/// a - b * words per sentence - c * syllables per word; higher is easier.
struct Ease {
    const char *language;
    const char *scale;
    double a, b, c;
    double help, learn; ///< the least that is easy enough
};
// The limits are tuned, as such formulas must be. The Spanish ones are those of health writing. In Russian "immigration
// lawyer" alone has eleven syllables: our plain texts reach 60 and 52, where their English is of fifth and sixth grade.
constexpr std::array eases{Ease{"es", "Szigriszt-Pazos (INFLESZ)", 206.835, 1.0, 62.3, 65, 55},
                           Ease{"fr", "Kandel-Moles", 207, 1.015, 73.6, 70, 60},
                           Ease{"ru", "Oborneva", 206.835, 1.3, 60.1, 55, 45}};

struct Counts {
    int sentences = 0;
    int words = 0;
    int longWords = 0; ///< more than six letters
    int syllables = 0;
    int letters = 0;
    [[nodiscard]] double wordsPerSentence() const { return double(words) / sentences; }
    [[nodiscard]] double syllablesPerWord() const { return double(syllables) / words; }
    [[nodiscard]] double lettersPerSentence() const { return double(letters) / sentences; }
};

const Unspaced *unspacedScript(const Language &language)
{
    const auto it =
        std::find_if(unspaced.begin(), unspaced.end(), [&](const Unspaced &u) { return language.script == u.script; });
    return it == unspaced.end() ? nullptr : &*it;
}

std::string baseOf(const std::string &tag)
{
    return tag.substr(0, tag.find('-'));
}

/// A number that is filled in is read as one word.
std::string filled(std::string text)
{
    for (const Placeholder &placeholder : placeholdersOf(text))
        if (const auto at = text.find(placeholder.whole); at != std::string::npos)
            text.replace(at, placeholder.whole.size(), "0");
    return text;
}

Counts countsOf(const std::vector<std::string> &texts, const std::string &tag)
{
    Counts counts;
    for (const std::string &text : texts)
        for (const std::string &sentence : sentencesOf(filled(text), tag)) {
            const auto words = wordsOf(sentence);
            counts.sentences += words.empty() ? 0 : 1;
            counts.words += static_cast<int>(words.size());
            counts.letters += lettersIn(sentence);
            for (const std::string &word : words) {
                counts.longWords += lettersIn(word) > 6 ? 1 : 0;
                counts.syllables += syllablesIn(word, tag);
            }
        }
    return counts;
}

bool isVowel(char32_t c)
{
    static const std::u32string vowels = U"aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿаеёиоуыэюяіїє";
    return vowels.find(c) != std::u32string::npos;
}

/// Two vowels side by side that are two syllables all the same.
bool parts(char32_t before, char32_t c, const std::string &language)
{
    static const std::u32string strong = U"aeoáéó";
    static const std::u32string stressed = U"íú";
    const auto in = [](const std::u32string &set, char32_t letter) { return set.find(letter) != std::u32string::npos; };
    if (language == "ru")
        return true;
    if (language == "es")
        return (in(strong, before) && in(strong, c)) || in(stressed, before) || in(stressed, c);
    return language == "en" && before == U'i' && (c == U'a' || c == U'o');
}

bool endsSilent(const std::u32string &word, const std::string &language)
{
    const auto ends = [&](std::u32string_view end) { return word.size() > end.size() && word.ends_with(end); };
    const auto before = [&](std::size_t back) { return word.size() > back ? word[word.size() - 1 - back] : U' '; };
    if (language == "en") {
        if (ends(U"es"))
            return std::u32string_view(U"sxzcgh").find(before(2)) == std::u32string_view::npos;
        if (ends(U"ed"))
            return before(2) != U't' && before(2) != U'd';
        return ends(U"e") && !(ends(U"le") && !isVowel(before(2)));
    }
    return language == "fr" && (ends(U"e") || ends(U"es") || ends(U"ent"));
}

} // namespace

int syllablesIn(const std::string &word, const std::string &languageTag)
{
    const std::string language = baseOf(languageTag);
    std::u32string letters;
    for (const char32_t c : codePoints(folded(word)))
        if (c >= U'a' || c == U'\'')
            letters += c;
    int syllables = 0;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (isVowel(letters[i]) && (i == 0 || !isVowel(letters[i - 1]) || parts(letters[i - 1], letters[i], language)))
            ++syllables;
    // "the" and "me" keep their one; what is silent must have been a group of its own.
    const bool alone = letters.size() > 2 && !isVowel(letters[letters.size() - (letters.back() == U'e' ? 2 : 3)]);
    if (syllables > 1 && alone && endsSilent(letters, language))
        --syllables;
    return std::max(syllables, 1);
}

int longestSentence(Domain domain)
{
    return domain == Domain::Learn ? englishLearn : englishHelp;
}

SentenceLength sentenceLength(const std::string &sentence, const Language &language, Domain domain)
{
    const std::string text = filled(sentence);
    const double longest = longestSentence(domain) * (language.source ? 1.0 : growth);
    if (const Unspaced *script = unspacedScript(language))
        return {lettersIn(text), static_cast<int>(longest * script->lettersPerWord), "characters"};
    return {static_cast<int>(wordsOf(text).size()), static_cast<int>(longest), "words"};
}

std::optional<Reading> readingOf(const std::vector<std::string> &texts, const Language &language, Domain domain)
{
    const Counts counts = countsOf(texts, language.tag);
    const bool learn = domain == Domain::Learn;
    if (const Unspaced *script = unspacedScript(language)) {
        if (counts.letters < fewestWordsToRate * script->lettersPerWord)
            return std::nullopt;
        const double limit = longestSentence(domain) * growth * script->lettersPerWord;
        return Reading{"proxy: characters per sentence", counts.lettersPerSentence(), limit};
    }
    if (counts.words < fewestWordsToRate)
        return std::nullopt;
    const std::string base = baseOf(language.tag);
    if (base == "en")
        return Reading{"Flesch-Kincaid grade",
                       0.39 * counts.wordsPerSentence() + 11.8 * counts.syllablesPerWord() - 15.59, learn ? 6.0 : 5.0};
    for (const Ease &ease : eases)
        if (base == ease.language)
            return Reading{ease.scale, ease.a - ease.b * counts.wordsPerSentence() - ease.c * counts.syllablesPerWord(),
                           learn ? ease.learn : ease.help, true};
    if (language.script == "Latn" || language.script == "Cyrl")
        return Reading{"LIX", counts.wordsPerSentence() + 100.0 * counts.longWords / counts.words, learn ? 45.0 : 40.0};
    return Reading{"proxy: words per sentence", counts.wordsPerSentence(), longestSentence(domain) * growth};
}

} // namespace porchlight::authoring
