// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-thermal/options.h"

namespace porchlight::programs {

/// Serves until it is told to end (SIGTERM). Returns the exit status; says on stderr why it could not begin.
int serve(const ThermalOptions &options);

} // namespace porchlight::programs
