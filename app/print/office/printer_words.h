// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace porchlight::print {

/// What a printer answered to Get-Printer-Attributes.
struct PrinterAnswer {
    bool stopped = false;             ///< printer-state
    std::vector<std::string> reasons; ///< printer-state-reasons
    std::vector<std::string> trays;   ///< printer-input-tray, each "key=value;key=value;"; many printers have none
};

/// The few words that mean something to a kiosk, sorted, each once: cover-open, media-empty, media-jam, media-low,
/// offline, other. Never "paused", which would stop the queue that it is written to.
std::vector<std::string> plainWords(const PrinterAnswer &answer);

/// What stands for a printer that does not answer.
std::vector<std::string> offlineWords();

} // namespace porchlight::print
