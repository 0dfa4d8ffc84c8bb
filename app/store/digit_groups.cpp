// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/digit_groups.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace porchlight::store {

namespace {

constexpr char32_t noLetter = 0xFFFD;

/// The next letter of UTF-8; what is none is taken a byte at a time.
char32_t next(std::string_view &text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
    if (length == 0 || text.size() < length) {
        text.remove_prefix(1);
        return noLetter;
    }
    char32_t letter = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto more = static_cast<unsigned char>(text[i]);
        if (more >> 6 != 2) {
            text.remove_prefix(i);
            return noLetter;
        }
        letter = letter << 6 | (more & 0x3FU);
    }
    text.remove_prefix(length);
    return letter;
}

/// -1 for what is no decimal digit.
int digit(char32_t letter)
{
    constexpr std::array<char32_t, 21> zeros{'0',    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66,
                                             0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
                                             0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0xFF10};
    for (const char32_t zero : zeros)
        if (letter >= zero && letter < zero + 10)
            return static_cast<int>(letter - zero);
    return -1;
}

bool isHyphen(char32_t letter)
{
    return letter == '-' || (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212 || letter == 0xFF0D;
}

bool isInvisible(char32_t letter)
{
    return letter == 0xAD || letter == 0x061C || (letter >= 0x200B && letter <= 0x200F) ||
           (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x2069) || letter == 0xFEFF;
}

bool isLoose(char32_t letter)
{
    return letter == ' ' || letter == 0xA0 || (letter >= 0x2000 && letter <= 0x200A) || letter == 0x202F ||
           letter == 0x3000 || letter == '(' || letter == ')' || letter == '+';
}

} // namespace

std::vector<DigitGroup> digitGroups(std::string_view text)
{
    using Before = DigitGroup::Before;
    std::vector<DigitGroup> groups;
    std::size_t between = 0; // visible signs since the last digit
    Before before = Before::Break;
    bool goesOn = false;
    while (!text.empty()) {
        const char32_t letter = next(text);
        if (isInvisible(letter))
            continue;
        if (const int value = digit(letter); value >= 0) {
            if (!goesOn)
                groups.push_back({{}, groups.empty() ? Before::Break : before});
            groups.back().digits.push_back(static_cast<char>('0' + value));
            goesOn = true;
            between = 0;
            continue;
        }
        const Before alone = isHyphen(letter)                 ? Before::Hyphen
                             : letter == '.' || letter == ',' ? Before::Point
                             : isLoose(letter)                ? Before::Loose
                                                              : Before::Break;
        if (++between == 1)
            before = alone;
        else // a hyphen or a point among spaces is loose too; four signs part whatever they are
            before = before == Before::Break || alone == Before::Break || between > 3 ? Before::Break : Before::Loose;
        goesOn = false;
    }
    return groups;
}

} // namespace porchlight::store
