// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/stick.h"

#include "programs/porchlight-sync/pulling.h"

namespace porchlight::programs {

int runStick(const release::AgentOptions &options, const std::filesystem::path &mountPoint)
{
    return runPull(options, {mountPoint.string()});
}

} // namespace porchlight::programs
