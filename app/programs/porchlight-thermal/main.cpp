// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-thermal/application.h"

#include <iostream>

using namespace porchlight;

int main(int count, char **words)
{
    constexpr int wrongUsage = 2;
    const auto options = programs::parseThermalOptions({words + 1, words + count});
    if (!options) {
        std::cerr << "porchlight-thermal: " << options.fault().describe() << '\n';
        return wrongUsage;
    }
    switch (options->verb) {
    case programs::ThermalOptions::Verb::Help:
        std::cout << programs::thermalHelp;
        return 0;
    case programs::ThermalOptions::Verb::Version:
        std::cout << "porchlight-thermal " PORCHLIGHT_VERSION "\n";
        return 0;
    case programs::ThermalOptions::Verb::Serve:
        break;
    }
    return programs::serve(*options);
}
