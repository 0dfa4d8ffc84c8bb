// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace porchlight::store {

/// Digits that stand together, and what stands between them and the group before.
struct DigitGroup {
    enum class Before {
        Break,  ///< words, or nothing: no number goes on here
        Loose,  ///< spaces, brackets: a long number may go on here ("(800) 555")
        Point,  ///< one point or comma: of a long number or of an amount
        Hyphen, ///< a hyphen of any kind: one number
    };
    std::string digits; ///< Western, whatever the script
    Before before = Before::Break;
};

/// Of any text; bytes that are not UTF-8 break.
std::vector<DigitGroup> digitGroups(std::string_view text);

} // namespace porchlight::store
