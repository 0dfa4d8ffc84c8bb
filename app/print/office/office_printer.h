// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"

#include <string>
#include <vector>

namespace porchlight::print {

/// Asks the printer itself what state it is in; plain words (printer_words.h), "offline" when it does not answer within
/// the limit. Opens network sockets, so only on a thread that nobody waits for.
std::vector<std::string> askPrinter(const std::string &deviceUri, content::Clock::Monotonic limit);

} // namespace porchlight::print
