// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/agent.h"

#include <filesystem>

namespace porchlight::programs {

/// A stick was put in and stands mounted at `mountPoint`: takes from it what is signed and newer, and says in
/// RUN/sync/stick what it holds. Whatever happens, what it says last is final. The program's exit status.
int runStick(const release::AgentOptions &options, const std::filesystem::path &mountPoint);

/// The stick was pulled out. Words that it was pulled out too soon stay; all others go with it.
int stickIsGone(const release::AgentOptions &options);

} // namespace porchlight::programs
