// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace porchlight::content {

enum class Direction { LeftToRight, RightToLeft };

/// How far a translation has been checked. Levels are ordered; see content/README.md.
enum class TranslationLevel {
    L0, ///< machine draft
    L1, ///< machine draft, translated back independently without a difference, terms checked
    L2, ///< one native reviewer
    L3, ///< qualified translator and a second reviser
    L4, ///< L3 and a teach-back with people of the community
};

/// What a text is part of. Each has a floor of its own that no site can lower.
enum class Domain {
    Help,  ///< the way to help: screens, ordinary topics, contacts, rights
    Learn, ///< learn topics
};

struct Language {
    std::string tag;         ///< BCP 47: "en", "zh-Hans"
    std::string ownName;     ///< "العربية"
    std::string spokenName;  ///< how the name is said, for speech: "國語"
    std::string englishName; ///< "Arabic"
    std::string script;      ///< ISO 15924: "Arab"
    Direction direction = Direction::LeftToRight;
    std::string fontFamily;                             ///< "Noto Sans Arabic"; carried by the release
    TranslationLevel level = TranslationLevel::L0;      ///< the lowest of its texts of Domain::Help
    TranslationLevel learnLevel = TranslationLevel::L0; ///< the lowest of its texts of Domain::Learn
    bool source = false;           ///< English: the text the others are translated from; no level applies
    std::string askForInterpreter; ///< English by design: "Arabic, please. I need an interpreter."
};

/// The level at and above which a language is offered whole in a live kiosk; below it, only the fixed card.
inline constexpr TranslationLevel helpPathFloor = TranslationLevel::L3;
/// The level at and above which a live kiosk shows a language's learn topics.
inline constexpr TranslationLevel learnFloor = TranslationLevel::L2;

} // namespace porchlight::content
