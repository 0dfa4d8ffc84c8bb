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

/// What the numbering plan of the United States says of a number to dial or to text, of digits and hyphens.
NumberJudgement judgeNumber(const std::string &value);

/// The digits alone, in Western form, without the 1 that is dialled before an area code.
std::string dialledDigits(const std::string &value);

/// Do they differ by one digit that is wrong, missing or too many, or by two neighbours that changed places? Equal ones
/// do not.
bool isMisprint(const std::string &digits, const std::string &of);

/// Does a misprint of `of` stand in a long run of digits, several numbers in a row included?
bool holdsMisprint(const std::string &run, const std::string &of);

} // namespace porchlight::authoring
