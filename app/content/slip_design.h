// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace porchlight::content {

/// A kind of slip as `content/slips/*.yaml` gives it. Sizes in millimetres and points.
struct SlipDesign {
    std::string id;      ///< "card"
    std::string title;   ///< for the visitor: "Small card"
    std::string heading; ///< what stands on top of the paper: "Local services"; empty for none
    double widthMm = 0;
    double heightMm = 0; ///< 0: as long as it needs (a roll)
    double bodyPt = 10;
    double numberPt = 14;
    bool names = true;     ///< false: numbers only
    int ordinaryLines = 0; ///< how many ordinary contacts must stand beside a help line
};

} // namespace porchlight::content
