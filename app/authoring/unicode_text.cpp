// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/unicode_text.h"

#include "authoring/utf8.h"

#include <algorithm>
#include <map>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace porchlight::authoring {

namespace {

icu::UnicodeString wide(std::string_view utf8)
{
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::string narrow(const icu::UnicodeString &text)
{
    std::string utf8;
    return text.toUTF8String(utf8);
}

/// Null where ICU has none. Made once for a language: that takes longer than to use it.
icu::BreakIterator *sentenceBreaks(const std::string &languageTag)
{
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> known;
    const auto [it, isNew] = known.try_emplace(languageTag);
    if (isNew) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale = icu::Locale::forLanguageTag(languageTag, status);
        it->second.reset(icu::BreakIterator::createSentenceInstance(locale, status));
        if (U_FAILURE(status))
            it->second.reset();
    }
    return it->second.get();
}

bool isWordEdge(const icu::UnicodeString &text, int32_t at)
{
    const bool before = at > 0 && u_isalnum(text.char32At(text.moveIndex32(at, -1)));
    const bool after = at < text.length() && u_isalnum(text.char32At(at));
    return !(before && after);
}

} // namespace

std::string folded(std::string_view utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeString text = U_SUCCESS(status) ? fold->normalize(wide(utf8), status) : wide(utf8);
    return narrow(text);
}

std::vector<std::string> sentencesOf(std::string_view utf8, const std::string &languageTag)
{
    icu::BreakIterator *breaks = sentenceBreaks(languageTag);
    if (!breaks)
        return {std::string(utf8)};
    const icu::UnicodeString text = wide(utf8);
    breaks->setText(text);
    std::vector<std::string> sentences;
    int32_t begin = breaks->first();
    for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
        sentences.push_back(narrow(text.tempSubStringBetween(begin, end)));
    return sentences;
}

std::vector<std::string> wordsOf(std::string_view utf8)
{
    const icu::UnicodeString text = wide(utf8);
    std::vector<std::string> words;
    icu::UnicodeString word;
    bool counts = false;
    for (int32_t at = 0; at <= text.length(); at = at < text.length() ? text.moveIndex32(at, 1) : at + 1) {
        const UChar32 c = at < text.length() ? text.char32At(at) : UChar32{' '};
        if (!u_isUWhiteSpace(c)) {
            word.append(c);
            counts = counts || u_isalnum(c);
            continue;
        }
        if (counts)
            words.push_back(narrow(word));
        word.remove();
        counts = false;
    }
    return words;
}

bool isBlank(std::string_view utf8)
{
    const auto points = codePoints(utf8);
    return std::all_of(points.begin(), points.end(),
                       [](char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) || isInvisible(c); });
}

int lettersIn(std::string_view utf8)
{
    const icu::UnicodeString text = wide(utf8);
    int letters = 0;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        letters += u_isalnum(text.char32At(at)) ? 1 : 0;
    return letters;
}

bool holdsWord(std::string_view text, std::string_view word)
{
    const icu::UnicodeString where = wide(text);
    const icu::UnicodeString what = wide(word);
    for (int32_t at = what.isEmpty() ? -1 : where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1))
        if (isWordEdge(where, at) && isWordEdge(where, at + what.length()))
            return true;
    return false;
}

namespace {

/// Thai too is written without spaces, but Qt breaks its lines rightly.
bool lacksSpaces(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_MYANMAR || script == USCRIPT_KHMER || script == USCRIPT_LAO;
}

} // namespace

std::string withWordBreaks(const std::string &utf8, const std::string &languageTag)
{
    icu::UnicodeString text = wide(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createLineInstance(icu::Locale(languageTag.c_str()), status));
    if (U_FAILURE(status))
        return utf8;
    breaks->setText(text);
    std::vector<int32_t> between;
    for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
        const bool inside = at > 0 && at < text.length();
        if (inside && lacksSpaces(text.char32At(text.moveIndex32(at, -1))) && lacksSpaces(text.char32At(at)))
            between.push_back(at);
    }
    for (auto at = between.rbegin(); at != between.rend(); ++at)
        text.insert(*at, static_cast<char16_t>(0x200B));
    return narrow(text);
}

} // namespace porchlight::authoring
