// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/utf8.h"

#include <array>
#include <cstdint>
#include <cstdio>

#include <unicode/uchar.h>

namespace porchlight::authoring {

namespace {

struct Decoded {
    char32_t value = 0;
    std::size_t length = 0; ///< 0: not UTF-8
};

Decoded decode(std::string_view bytes)
{
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::uint8_t first = at(0);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || bytes.size() < length)
        return {};
    char32_t value = first & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return {};
        value = (value << 6) | (at(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[length] || value > 0x10FFFF || surrogate)
        return {};
    return {value, length};
}

} // namespace

std::optional<std::size_t> firstBadByte(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded c = decode(bytes.substr(i));
        const bool control = (c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r') ||
                             (c.value >= 0x7F && c.value < 0xA0);
        if (c.length == 0 || control)
            return i;
        i += c.length;
    }
    return std::nullopt;
}

std::vector<char32_t> codePoints(std::string_view utf8)
{
    std::vector<char32_t> points;
    points.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const Decoded c = decode(utf8.substr(i));
        if (c.length == 0)
            break;
        points.push_back(c.value);
        i += c.length;
    }
    return points;
}

bool isInvisible(char32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c < 0x20;
}

bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

int digitValue(char32_t c)
{
    return u_charDigitValue(static_cast<UChar32>(c));
}

std::string codePointName(char32_t c)
{
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
    return text;
}

std::string singleLine(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t')
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

} // namespace porchlight::authoring
