// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cmath>
#include <optional>
#include <string>

namespace porchlight::print::escpos {

/// Bytes as they go to or come from a printer.
using Bytes = std::string;

/// A mouth that holds the slip until it is taken.
struct Presenter {
    Bytes present;                         ///< after the cut; may be empty
    Bytes retract;                         ///< takes back what nobody took
    Bytes status;                          ///< asks for one byte; empty: the printer can't be asked
    unsigned char waiting = 0;             ///< bits of that byte that are set while a slip waits
    std::chrono::seconds retractAfter{30}; ///< how long a slip may wait
};

/// What differs from printer to printer. The default is any 80 mm receipt printer with a cutter.
struct Model {
    enum class Confirmation {
        PaperStatus, ///< GS r 1: answered in its turn by nearly all
        ProcessId,   ///< GS ( H: answered when the paper is printed, with the number that was asked for
    };

    std::string name = "80 mm receipt printer";
    double rollMm = 80;      ///< width of the paper
    double printableMm = 72; ///< width of what can be printed on, in its middle
    int dotsPerInch = 203;
    int rowsPerStrip = 128; ///< of one picture; 1 to 800
    /// Brings the slip's end to the cutter and cuts, and leaves a corner so that it does not fall.
    Bytes cut = Bytes("\x1dVB\0", 4);
    Confirmation confirmation = Confirmation::PaperStatus;
    std::optional<Presenter> presenter;

    /// Dots of a row, the whole number of bytes that comes nearest: 576 on 80 mm, 384 on 58 mm.
    [[nodiscard]] int widthDots() const
    {
        return static_cast<int>(std::lround(printableMm * dotsPerInch / 25.4 / 8)) * 8;
    }
    [[nodiscard]] double marginMm() const { return (rollMm - printableMm) / 2; }
};

/// The built-in models: 58 mm rolls print 48 mm.
[[nodiscard]] Model receiptPrinter(int rollMm);

} // namespace porchlight::print::escpos
