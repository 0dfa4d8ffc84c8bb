// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/agent.h"

#include <chrono>
#include <string>
#include <vector>

namespace porchlight::programs {

/// The verb `watch`: looks after the kiosk every few seconds and pulls every `every`, until SIGTERM or SIGINT.
int runWatch(const release::AgentOptions &options, const std::vector<std::string> &sources,
             std::chrono::milliseconds every);

} // namespace porchlight::programs
