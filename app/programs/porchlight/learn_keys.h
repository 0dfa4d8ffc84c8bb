// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight/options.h"

namespace porchlight::programs {

/// Asks the installer for the keys of a keypad and writes `options.learnKeys`. Returns the exit status: 0 when the file
/// was written, 2 when it cannot be or was not.
int learnKeys(const Options &options);

} // namespace porchlight::programs
