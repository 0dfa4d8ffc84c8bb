// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Room: English is counted, a translation is drawn.
#include "authoring/checks.h"
#include "authoring/text_widths.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace porchlight::authoring {

namespace {

int lengthOf(const std::string &text)
{
    const auto points = codePoints(text);
    return static_cast<int>(std::count_if(points.begin(), points.end(), [](char32_t c) { return !isInvisible(c); }));
}

void checkEnglish(const Text &text, Findings &findings)
{
    const int length = lengthOf(text.english);
    const int fits = lettersThatFit(text);
    if (fits > 0 && length > fits)
        findings.error("too-long", text.at,
                       "This text has " + std::to_string(length) + " characters; " + std::to_string(fits) + " fit.",
                       "Find shorter words.");
}

} // namespace

void checkWidths(const Sources &sources, const FontTable &fonts, Findings &findings)
{
    std::map<Translation::Key, int> room;
    for (const Text &text : sources.texts) {
        checkEnglish(text, findings);
        // The same words may stand in two places: the narrower one counts.
        int &fits = room.try_emplace({text.context, text.english}, 0).first->second;
        if (const int here = lettersThatFit(text); here > 0)
            fits = fits > 0 ? std::min(fits, here) : here;
    }
    TextWidths widths(fonts);
    for (const Translation &translation : sources.translations) {
        const LanguageSource *language = sources.findLanguage(translation.tag);
        if (!language || !widths.knows(language->value.fontFamily))
            continue; // told as missing-font
        for (const auto &[key, entry] : translation.entries) {
            const int fits = room[key];
            if (fits == 0)
                continue;
            const double width = widths.inLetters(entry.text, language->value.fontFamily);
            if (width > fits)
                findings.error("too-wide", {translation.file, entry.line},
                               "Drawn, this text is as wide as " + std::to_string(std::lround(std::ceil(width))) +
                                   " English letters; there is room for " + std::to_string(fits) + ".",
                               "Find shorter words; the English may need to be shorter too.");
        }
    }
}

} // namespace porchlight::authoring
