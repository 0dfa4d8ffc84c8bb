// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release.

#include "release/agent_state.h"
#include "release/trust.h"

namespace porchlight::release {

/// Is it among the accepted keys, and was it never seen revoked?
bool counts(const std::string &fingerprint, const Trust &trust);

/// The number that a new commit must exceed: the highest that any key has signed which still counts. A stolen key can
/// sign a number that nobody will ever exceed; once it is revoked, what it signed is forgotten, and the others go on.
int highestAccepted(const Numbers &numbers, const Trust &trust);

/// Remembers that these have signed `sequence`, and forgets whoever is revoked.
void remember(Numbers &numbers, const std::vector<std::string> &signers, int sequence, const Trust &trust);

/// "0.1.0" and the like: is `needed` at most `present`? False where either is none.
bool versionReaches(const std::string &present, const std::string &needed);

} // namespace porchlight::release
