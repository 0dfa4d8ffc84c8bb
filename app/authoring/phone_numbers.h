// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace porchlight::authoring {

enum class NumberForm {
    Good,    ///< a short code, or 1-NNN-NNN-NNNN
    Unusual, ///< a number that exists, written otherwise
    Unknown, ///< no number of the United States
};

struct NumberJudgement {
    NumberForm form = NumberForm::Unknown;
    std::string asWritten; ///< how it is written; empty for Unknown
};

enum class NumberUse {
    Dialled, ///< 911, 2-1-1, 1-888-373-7888
    Texted,  ///< these, or a code of five or six digits
};

/// What the numbering plan of the United States says of a number.
NumberJudgement judgeNumber(const std::string &value, NumberUse use);

/// The digits alone, in Western form, without the 1 that is dialled before an area code.
std::string dialledDigits(const std::string &value);

/// Do they differ by one digit that is wrong, missing or too many, or by two neighbours that changed places? Equal ones
/// do not.
bool isMisprint(const std::string &digits, const std::string &of);

/// Does a misprint of `of` stand in a long run of digits, several numbers in a row included?
bool holdsMisprint(const std::string &run, const std::string &of);

} // namespace porchlight::authoring
