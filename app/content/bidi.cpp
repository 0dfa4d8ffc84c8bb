// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/bidi.h"

#include <algorithm>

namespace porchlight::content {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLatin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What may stand inside a name or a number, but neither begins nor ends it.
bool isJoiner(char c)
{
    return std::string_view(" -&'.,/:@+").find(c) != std::string_view::npos;
}

/// The end of what reads from left to right and begins at `at`: "988 Suicide & Crisis Lifeline", "1-888-373-7888".
std::size_t runEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    for (; at < text.size() && (isDigit(text[at]) || isLatin(text[at]) || isJoiner(text[at])); ++at)
        if (!isJoiner(text[at]))
            end = at + 1;
    return end;
}

/// A placeholder is filled, and isolated, later.
std::size_t placeholderEnd(std::string_view text, std::size_t at)
{
    const std::size_t close = text.find('}', at);
    return close == std::string_view::npos ? text.size() : close + 1;
}

/// Hebrew, Arabic and their neighbours: U+0590 to U+07FF.
bool holdsRightToLeft(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto lead = static_cast<unsigned char>(c);
        return lead >= 0xD6 && lead <= 0xDF;
    });
}

bool needsIsolate(std::string_view run)
{
    return run.find_first_not_of("0123456789") != std::string_view::npos;
}

} // namespace

std::string isolateLeftToRight(std::string_view text)
{
    // English that stands in for a translation reads from the left as a whole.
    if (!holdsRightToLeft(text) && std::any_of(text.begin(), text.end(), isLatin))
        return std::string(text);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '{') {
            const std::size_t end = placeholderEnd(text, at);
            result.append(text.substr(at, end - at));
            at = end;
        } else if (isDigit(text[at]) || isLatin(text[at])) {
            const std::string_view run = text.substr(at, runEnd(text, at) - at);
            const bool apart = needsIsolate(run);
            result.append(apart ? leftToRightIsolate : "").append(run).append(apart ? popIsolate : "");
            at += run.size();
        } else {
            result.push_back(text[at++]);
        }
    }
    return result;
}

} // namespace porchlight::content
