// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/agent.h"
#include "store/run_files.h"

#include <optional>

namespace porchlight::programs {

/// What staff are told of a stick, in words for people who have put one in and wait: what it holds, what came of it,
/// what to do now.
store::StickReport readingStick();
/// `current`: what is installed after the pull.
store::StickReport stickTaken(const release::Pulled &pulled, const std::optional<release::Installed> &current);
store::StickReport stickRefused(const content::Fault &fault);
/// It was there when reading began, and is not there now.
store::StickReport stickPulledOutTooSoon();

} // namespace porchlight::programs
