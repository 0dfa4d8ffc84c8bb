// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/speech.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace porchlight::content {

namespace {

constexpr std::array<std::string_view, 12> drawnOnly = {"\u00ad", "\u200b", "\u200e", "\u200f", "\u2060", "\u2066",
                                                        "\u2067", "\u2068", "\u2069", "\u202a", "\u202b", "\u202c"};
constexpr std::array<std::string_view, 3> blanks = {"\u00a0", "\u202f", "\u2009"};

/// Length in bytes of one of `marks` at the beginning of `text`; 0 for none.
template <std::size_t count>
std::size_t startsWithOne(std::string_view text, const std::array<std::string_view, count> &marks)
{
    const auto found = std::find_if(marks.begin(), marks.end(), [&](auto mark) { return text.starts_with(mark); });
    return found != marks.end() ? found->size() : 0;
}

bool isBlank(char sign)
{
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

} // namespace

std::string speakable(std::string_view text)
{
    std::string said;
    bool parted = false;
    while (!text.empty()) {
        if (const std::size_t mark = startsWithOne(text, drawnOnly)) {
            text.remove_prefix(mark);
            continue;
        }
        const std::size_t blank = isBlank(text.front()) ? 1 : startsWithOne(text, blanks);
        if (blank > 0) {
            parted = !said.empty();
            text.remove_prefix(blank);
            continue;
        }
        if (parted)
            said += ' ';
        parted = false;
        said += text.front();
        text.remove_prefix(1);
    }
    return said;
}

std::string clipKey(std::string_view text)
{
    const std::string said = speakable(text);
    if (said.empty())
        return {};
    std::uint64_t sum = 0xcbf29ce484222325U; // http://www.isthe.com/chongo/tech/comp/fnv/
    for (const char byte : said) {
        sum ^= static_cast<unsigned char>(byte);
        sum *= 0x100000001b3U;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string key(16, '0');
    for (auto place = key.rbegin(); place != key.rend(); ++place, sum >>= 4U)
        *place = digits[sum & 0xfU];
    return key;
}

std::optional<std::string> dialledDigits(std::string_view text)
{
    const std::string said = speakable(text);
    std::string digits;
    bool parted = false;
    for (std::size_t at = 0; at < said.size(); ++at) {
        const char sign = said[at];
        if (sign >= '0' && sign <= '9') {
            if (parted && !digits.empty())
                digits += ' ';
            parted = false;
            digits += sign;
        } else if (sign == ' ' || sign == '-' || sign == '(' || sign == ')' || sign == '.' ||
                   (sign == '+' && at == 0)) {
            parted = true;
        } else {
            return std::nullopt;
        }
    }
    return digits.empty() ? std::nullopt : std::optional(digits);
}

} // namespace porchlight::content
