// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/staged_checks.h"

namespace porchlight::release {

const std::vector<NamedCheck> &namedChecks()
{
    static const std::vector<NamedCheck> checks;
    return checks;
}
content::Outcome checkStaged(const std::filesystem::path &folder, const CommitFacts &, const store::Withdrawals &)
{
    return content::Fault{"check-shape", folder, "Not built yet.", ""};
}

} // namespace porchlight::release
