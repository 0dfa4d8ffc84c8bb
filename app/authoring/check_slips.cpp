// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"

#include <string>

namespace porchlight::authoring {

namespace {

// A card fits a handbag or a shoe.
constexpr double widestMm = 60;
constexpr double tallestMm = 90;

struct Letters {
    int body;
    int number;
};
constexpr Letters onCard{10, 14};
constexpr Letters onSheet{12, 18};

void checkSize(const SlipSource &slip, Findings &findings)
{
    const content::SlipDesign &design = slip.value;
    if (design.widthMm == 0 && design.heightMm > 0)
        findings.error("slip-size", slip.at, "This slip has a height but no width.",
                       "Add `width_mm`, or leave out both: then it fills a whole sheet.");
    else if (design.widthMm > widestMm || design.heightMm > tallestMm)
        findings.error("slip-size", slip.at, "This slip is larger than 60 x 90 mm: it can't be hidden in a hand.",
                       "Make it smaller, or leave out `width_mm` and `height_mm`: then it fills a whole sheet.");
}

void checkLetters(const SlipSource &slip, Findings &findings)
{
    const Letters least = slip.value.widthMm == 0 ? onSheet : onCard;
    if (slip.value.bodyPt < least.body)
        findings.error("small-print", slip.at, "The letters of this slip are too small to read.",
                       "Write `body_pt: " + std::to_string(least.body) + "` or more.");
    if (slip.value.numberPt < least.number)
        findings.error("small-print", slip.at, "The numbers of this slip are too small to read.",
                       "Write `number_pt: " + std::to_string(least.number) + "` or more.");
}

} // namespace

void checkSlips(const Sources &sources, Findings &findings)
{
    for (const SlipSource &slip : sources.slips) {
        checkSize(slip, findings);
        checkLetters(slip, findings);
    }
}

} // namespace porchlight::authoring
