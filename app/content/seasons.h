// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"

#include <vector>

namespace porchlight::content {

/// The numbers N of the interface words "welcome.line-N" that take turns on the first screen on this day: first what
/// the season brings, then what holds all year. Seasons are those of the northern half of the world.
std::vector<int> welcomeLines(Date today);

} // namespace porchlight::content
