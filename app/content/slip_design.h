// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace porchlight::content {

/// When the English stands below a text of the slip.
enum class EnglishBeside {
    Never,
    Drafts, ///< while nobody has approved the translation
    Always,
};

/// Small marks at the edge that show where to fold.
enum class Fold { None, Half, Thirds };

/// A kind of slip as `content/slips/*.yaml` gives it. Sizes in millimetres and points.
struct SlipDesign {
    std::string id;             ///< "card"
    std::string title;          ///< for the visitor: "Small card"
    std::string heading;        ///< what stands on top of the paper: "Local services"; empty for none
    std::string headingEnglish; ///< the English beside `heading`, where the language is not English; else empty
    double widthMm = 0;         ///< 0, as heightMm: a whole sheet of the printer's paper
    double heightMm = 0;        ///< 0: as long as it needs
    double bodyPt = 10;
    double numberPt = 14;
    bool names = true;     ///< false: numbers only
    int ordinaryLines = 0; ///< how many ordinary contacts must stand beside a help line
    EnglishBeside english = EnglishBeside::Drafts;
    bool hours = true;                     ///< below a number; the first thing to go where the text outgrows the height
    bool cost = false;                     ///< below a contact, where a source says it
    bool languages = false;                ///< below a contact
    std::vector<std::string> notes;        ///< sentences below the contacts
    std::vector<std::string> notesEnglish; ///< one for each of `notes`: empty where that stands in English already
    bool cutMarks = false;                 ///< at its corners, on paper that is larger
    Fold fold = Fold::None;
};

} // namespace porchlight::content
