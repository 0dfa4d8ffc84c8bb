// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "release/commit_facts.h"
#include "store/withdrawals.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace porchlight::release {

/// The checks of a release before it may be switched to, by name, in their order. `porchlight-sync check --list` prints
/// them.
struct NamedCheck {
    std::string_view name; ///< "Signature", "Sequence", "Shape", "Program", "StoreOpens", "Integrity", "Facts",
                           ///< "Texts", "Media", "Fonts"
    std::string_view says; ///< one line
};
const std::vector<NamedCheck> &namedChecks();

/// Runs those that look at files, on a release that lies checked out and is not shown yet. The fault's code is
/// "check-NAME" in lower case ("check-integrity"); its words say what was found where.
content::Outcome checkStaged(const std::filesystem::path &folder, const CommitFacts &facts,
                             const store::Withdrawals &withdrawals);

} // namespace porchlight::release
