// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/agent.h"

#include <string>

namespace porchlight::programs {

std::string statusText(const release::AgentStatus &status);
std::string statusJson(const release::AgentStatus &status);
/// "Current", "Fetching", ...
const char *nameOf(store::SyncReport::State state);

} // namespace porchlight::programs
