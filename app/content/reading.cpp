// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/reading.h"

namespace porchlight::content {

int countWords(std::string_view text)
{
    int words = 0;
    int ideographs = 0;
    bool inWord = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        // U+3000 to U+9FFF begin with E3 to E9 in UTF-8; that is all Chinese a sign or page uses.
        if (byte >= 0xE3 && byte <= 0xE9) {
            ++ideographs;
            at += 2;
            inWord = false;
            continue;
        }
        const bool space = byte == ' ' || byte == '\n' || byte == '\t';
        words += !space && !inWord;
        inWord = !space;
    }
    return words + (ideographs + 1) / 2;
}

} // namespace porchlight::content
