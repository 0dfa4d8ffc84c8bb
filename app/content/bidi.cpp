// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/bidi.h"

namespace porchlight::content {

namespace {

bool isDigit(std::string_view text, std::size_t at)
{
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool isJoiner(char character)
{
    return character == '-' || character == '.' || character == ',' || character == '/' || character == ':';
}

/// The end of the number that begins at `at`.
std::size_t numberEnd(std::string_view text, std::size_t at)
{
    while (isDigit(text, at) || (isJoiner(text[at]) && isDigit(text, at + 1))) {
        if (++at == text.size())
            break;
    }
    return at;
}

} // namespace

std::string isolateNumbers(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text, at)) {
            result.push_back(text[at++]);
            continue;
        }
        const std::string_view number = text.substr(at, numberEnd(text, at) - at);
        const bool groups = number.find_first_not_of("0123456789") != std::string_view::npos;
        result.append(groups ? leftToRightIsolate : "").append(number).append(groups ? popIsolate : "");
        at += number.size();
    }
    return result;
}

} // namespace porchlight::content
