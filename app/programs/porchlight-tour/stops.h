// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "print/printer.h"

#include <QString>

#include <string>
#include <vector>

namespace porchlight::programs {

/// One picture of the tour: what a visitor does, from the tiles on, to see it.
struct Stop {
    enum class Then {
        Nothing,
        StartAgain,  ///< the first page, as nobody has touched it
        ChooseLines, ///< put the first lines on the slip, with the printer as in `readiness`
        ChooseCode,  ///< and a square code, on a whole sheet; on the large page, the code
        Print,       ///< and print it, with the printer in `printState`, and then as in `readiness`
        Wait,        ///< until "Need more time?"
        ClearScreen,
    };
    QString name; ///< of the picture: "topic-pay"
    QString page;
    QString key;
    Then then = Then::Nothing;
    print::PrintState printState = print::PrintState::GettingReady;
    print::PrinterStatus::Readiness readiness = print::PrinterStatus::Readiness::Ready;
};

/// Every page there is in this edition, in the order a visitor would meet them. `films`: the topics that have one.
std::vector<Stop> allStops(const content::Edition &edition, const std::vector<std::string> &films);

} // namespace porchlight::programs
