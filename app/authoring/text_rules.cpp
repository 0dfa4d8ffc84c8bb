// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/text_rules.h"

#include "authoring/utf8.h"

#include <algorithm>
#include <regex>

namespace porchlight::authoring {

namespace {

constexpr std::size_t shortestFullNumber = 7;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Marks that people write between the digits of one telephone number.
bool joinsDigits(char32_t c)
{
    return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '+' || c == '/' || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x2015) || c == 0x202F || c == 0x2212 || c == 0x3000 || c == 0xFF0D || c == 0xB7 ||
           isInvisible(c);
}

std::vector<std::string> runsOf(std::string_view text, bool (*joins)(char32_t))
{
    std::vector<std::string> runs(1);
    for (const char32_t c : codePoints(text)) {
        if (const int value = digitValue(c); value >= 0)
            runs.back() += static_cast<char>('0' + value);
        else if (!joins(c) && !runs.back().empty())
            runs.emplace_back();
    }
    if (runs.back().empty())
        runs.pop_back();
    return runs;
}

std::string digitsOf(std::string_view value)
{
    std::string digits;
    std::copy_if(value.begin(), value.end(), std::back_inserter(digits), isDigit);
    if (digits.size() == 11 && digits.front() == '1')
        digits.erase(0, 1);
    return digits;
}

std::string lowered(std::string_view text)
{
    std::string low(text);
    for (char &c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return low;
}

} // namespace

std::vector<Placeholder> placeholdersOf(std::string_view text)
{
    std::vector<Placeholder> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 1 < text.size() && isDigit(text[i + 1])) {
            found.push_back({std::string(text.substr(i, 2)), std::string(text.substr(i, 2)), {}});
        } else if (text[i] == '}') {
            found.push_back({"}", {}, {}});
        } else if (text[i] == '{') {
            const auto end = text.find_first_of("{}", i + 1);
            if (end == std::string_view::npos || text[end] == '{') {
                found.push_back({"{", {}, {}});
                continue;
            }
            const std::string inner(text.substr(i + 1, end - i - 1));
            const auto colon = inner.find(':');
            found.push_back({std::string(text.substr(i, end - i + 1)), inner.substr(0, colon),
                             colon == std::string::npos ? std::string() : inner.substr(colon + 1)});
            i = end;
        }
    }
    return found;
}

std::string withoutPlaceholders(std::string_view text)
{
    std::string rest(text);
    for (const Placeholder &placeholder : placeholdersOf(text))
        if (const auto at = rest.find(placeholder.whole); at != std::string::npos)
            rest.replace(at, placeholder.whole.size(), "\u2026");
    return rest;
}

std::vector<std::string> digitRuns(std::string_view text)
{
    return runsOf(text, joinsDigits);
}

std::vector<std::string> digitGroups(std::string_view text)
{
    return runsOf(text, [](char32_t c) { return c != ' ' && c != '/' && joinsDigits(c); });
}

std::vector<std::string> numbersOf(std::string_view text)
{
    const std::string plain = withoutPlaceholders(text);
    std::vector<std::string> numbers;
    std::string current;
    for (std::size_t i = 0; i <= plain.size(); ++i) {
        const bool joins = i + 1 < plain.size() && plain[i] == '-' && !current.empty() && isDigit(plain[i + 1]);
        if (i < plain.size() && (isDigit(plain[i]) || joins)) {
            current += plain[i];
        } else if (!current.empty()) {
            numbers.push_back(std::move(current));
            current.clear();
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool hasOtherDigits(std::string_view text)
{
    const auto points = codePoints(text);
    return std::any_of(points.begin(), points.end(), [](char32_t c) { return c > 0x7F && digitValue(c) >= 0; });
}

bool holdsDenied(std::string_view text, const Denied &denied)
{
    const auto plainNumber = [](char c) { return isDigit(c) || joinsDigits(static_cast<unsigned char>(c)); };
    if (!std::all_of(denied.value.begin(), denied.value.end(), plainNumber))
        return lowered(text).find(lowered(denied.value)) != std::string::npos;
    const std::string digits = digitsOf(denied.value);
    if (digits.size() < shortestFullNumber) {
        // A short code can stand by chance inside a longer number: only a number of its own counts.
        const auto numbers = numbersOf(text);
        return std::any_of(numbers.begin(), numbers.end(),
                           [&](const std::string &number) { return !digits.empty() && digitsOf(number) == digits; });
    }
    const auto runs = digitRuns(text);
    return std::any_of(runs.begin(), runs.end(),
                       [&](const std::string &run) { return run.find(digits) != std::string::npos; });
}

bool isLanguageTag(std::string_view tag)
{
    static const std::regex form(
        "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?");
    return std::regex_match(tag.begin(), tag.end(), form);
}

} // namespace porchlight::authoring
