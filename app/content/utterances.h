// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <string>
#include <vector>

namespace porchlight::content {

/// Something that a screen shows or says. Its clip is clipKey(text) in the folder of the language on the screen.
struct Utterance {
    std::string text;      ///< as it stands on the screen, drawing marks and all; never empty for clipKey()
    std::string said;      ///< what is spoken instead: a language's spoken name; else empty
    std::string tag;       ///< of the language it is spoken in
    std::string otherwise; ///< English to say where that language has no voice: the name of a language; else empty
    std::string context;   ///< where it stands, for whoever records it: "bar.home", "topic pay"
};

/// All that pages of this edition can show, and what speech adds (numbers from 0 to 20), each once, in the order in
/// which a person would read it out. `english`: the same release in its source language, by which texts that fell back
/// to English are known; it may be `edition` itself. English beside a draft, sentences for an interpreter and the
/// English half of show cards are spoken in English; the names of languages each in its own.
std::vector<Utterance> utterances(const Edition &edition, const Edition &english);

/// Interface words that a page shows as one text, with a space between them. tests/lint holds it against the pages.
const std::vector<std::vector<std::string>> &joinedWords();

} // namespace porchlight::content
