// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "print/page_drawing.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace porchlight::print {

struct SlipLine {
    enum class Role { Heading, Name, Number, Detail, Sentence, Mark, English };
    QString text;
    Role role = Role::Detail;
    bool rightToLeft = false; ///< base direction of this text; where it stands follows the document
    /// 0: always stands. Else lines of a lower number have the better claim to room where the text outgrows the design,
    /// and all of one number stand or go together. English goes with what it translates.
    int givesWay = 0;
};

/// What stands on a slip, in order, and on which paper. Sizes in millimetres and points.
struct SlipDocument {
    double widthMm = 60; ///< 0: the printer's whole sheet
    double heightMm = 0; ///< 0: as long as it needs, or the whole sheet
    double bodyPt = 10;
    double numberPt = 14;
    QString fontFamily; ///< of the language; "Noto Sans" stands in for what it lacks
    bool rightToLeft = false;
    std::vector<SlipLine> lines;
    QString code = {}; ///< what a square code (QR) holds; empty: there is none
    bool cutMarks = false;
    content::Fold fold = content::Fold::None;
    /// If there is one, it is the page, and all the above says nothing.
    std::shared_ptr<const PageDrawing> drawing = {};
};

/// A square code is on paper only where the visitor asked for it.
enum class WithCode { No, Yes };

/// What may stand on paper that others may find: numbers, neutral names (Contact::slipName) and hours, never a topic.
/// Takes only channels that are printOk and dialled or texted: addresses of web and mail name their owner.
/// A help line never stands alone: ordinary contacts join it until the design's count is reached, and where
/// there are too few of them the slip falls back to numbers only. Lines come in the order of the contacts.
SlipDocument composeSlip(const content::Edition &edition, const content::SlipDesign &design,
                         const std::vector<std::string> &channelIds, WithCode code = WithCode::No);

/// The line of a contact that a slip is about: its first number to call that may be printed; null where it has none.
const content::Channel *voiceLine(const content::Contact &contact);

} // namespace porchlight::print
