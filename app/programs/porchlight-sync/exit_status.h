// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

namespace porchlight::programs {

/// How porchlight-sync ends. Scripts and units rely on the numbers.
enum ExitStatus {
    Done = 0, ///< or nothing to do
    FaultFound = 1,
    WrongUsage = 2,
    WantsSignatures = 3, ///< a release is there, but not enough people have signed it
    Busy = 4,            ///< another porchlight-sync is at work here
};

/// Says it on stderr; the status that goes with it.
int tellFault(const content::Fault &fault);

} // namespace porchlight::programs
