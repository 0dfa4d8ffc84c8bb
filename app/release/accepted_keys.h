// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: whose signatures count now, and how that changes.

#include "release/agent_state.h"
#include "release/content_root.h"
#include "release/trust.h"

namespace porchlight::release {

/// More than this is no set of public keys.
inline constexpr std::size_t largestKeyring = 256 * 1024;

/// The keys in force, in a file of the agent's own. What the administrator provisions counts from the start, and again
/// whenever that file has changed; in between a signed commit may have brought newer ones. Changes `state` where the
/// provisioned file is new: save it. Faults: those of readKeys, "keys-too-few", those of the disk.
content::Result<Trust> keysInForce(const AgentOptions &options, const ContentRoot &root, AgentState &state);

/// The file that keysInForce gives, as the state has it: the state's bytes are the truth, since they change in the same
/// moment as what they have accepted.
content::Outcome writeKeyring(const ContentRoot &root, const AgentState &state);

/// What a commit brings as its keys.gpg, looked at before anything is taken over.
struct NewKeys {
    std::string bytes;
    int serial = 0;
    std::vector<Key> keys;
};
/// Faults: "keys-unreadable", "keys-secret", "keys-too-few" (fewer that are not revoked than must sign: nothing could
/// ever be accepted again).
content::Result<NewKeys> lookAtKeys(const std::string &bytes, int serial, const AgentOptions &options,
                                    const ContentRoot &root, const AgentState &state);
/// From now on these count. What is revoked in them is remembered as revoked for good.
/// Once `state` is saved, writeKeyring brings them to the file.
void takeKeys(const NewKeys &keys, AgentState &state);

} // namespace porchlight::release
