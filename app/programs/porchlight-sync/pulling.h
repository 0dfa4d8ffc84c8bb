// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/agent.h"

#include <functional>
#include <string>
#include <vector>

namespace porchlight::programs {

/// Pulls from the first of these that answers, and says what came of it. On a terminal one line shows how far it is.
/// `goOn` is asked again and again; false ends the pull.
content::Result<release::Pulled> pullFrom(release::Agent &agent, const std::vector<std::string> &sources,
                                          const std::function<bool()> &goOn);

/// The verb `pull`: the program's exit status.
int runPull(const release::AgentOptions &options, const std::vector<std::string> &sources);

} // namespace porchlight::programs
