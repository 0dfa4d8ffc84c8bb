// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight::print {

/// What is in a printer. Millimetres.
struct Paper {
    double widthMm = 210;
    double heightMm = 297; ///< 0: a roll, cut where the slip ends
    double marginMm = 4;   ///< at each side, where the printer can't print
    bool operator==(const Paper &) const = default;
};

} // namespace porchlight::print
