// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight/options.h"

namespace porchlight::programs {

/// Prints one test page, the way slips go, and writes each state to standard output. 0 only when it came out.
/// SIGTERM and SIGINT, which main() has blocked, cancel it: `stopSignals` is their signalfd.
int printTestPage(const Options &options, int stopSignals);

} // namespace porchlight::programs
