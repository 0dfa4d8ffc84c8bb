// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"

#include <string>
#include <string_view>
#include <vector>

namespace porchlight::authoring {

/// A part of a text that is filled in later: "{number:hotline.call}", "{count}", "%1".
struct Placeholder {
    std::string whole;
    std::string name;     ///< "number", "count", "%1"
    std::string argument; ///< "hotline.call"; empty where there is none
};

/// In order. A brace that opens or closes nothing comes back as a Placeholder without a name.
std::vector<Placeholder> placeholdersOf(std::string_view text);

/// The text with a mark in place of each placeholder: its name is not what a visitor reads.
std::string withoutPlaceholders(std::string_view text);

/// The digits of each run that might be telephone numbers, in Western form: several in a row may be one run.
std::vector<std::string> digitRuns(std::string_view text);
/// The same, parted at spaces and slashes.
std::vector<std::string> digitGroups(std::string_view text);

/// The numbers in a text, sorted: runs of digits, joined where only a hyphen parts them ("1-888-373-7888" is one,
/// so that its groups cannot change places). Placeholders do not count.
std::vector<std::string> numbersOf(std::string_view text);

/// Does it hold a digit of another script than Western? The numbers people dial are Western in every language.
bool hasOtherDigits(std::string_view text);

/// Does the text hold what is denied? Numbers are compared by digits alone, with or without the leading 1 of a call
/// abroad; anything else without regard to capitals.
bool holdsDenied(std::string_view text, const Denied &denied);

/// A language tag of the usual form (BCP 47): language, then perhaps script, region, variants. Says nothing of whether
/// such a language exists.
bool isLanguageTag(std::string_view tag);

} // namespace porchlight::authoring
