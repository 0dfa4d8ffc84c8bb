// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what the agent remembers.

#include "release/agent.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace porchlight::release {

using std::chrono::milliseconds;

/// A point in time that means the same in every program until the machine starts anew. No calendar: it may be wrong.
struct Moment {
    std::string boot; ///< the kernel's id of this start; empty: never
    milliseconds at{0};

    bool operator==(const Moment &) const = default;
};

/// A release that lies here, and what was seen of it.
struct KnownRelease {
    Installed installed;
    bool drawn = false;      ///< the kiosk has shown it
    bool damaged = false;    ///< to be fetched again
    milliseconds shown{0};   ///< as far as it was watched
    milliseconds checked{0}; ///< `shown` when it was last read through
    Moment shownSince;       ///< counted in `shown` up to here
    Moment trialSince;       ///< the kiosk was first seen to try it
    int trialStarts = 0;     ///< starts of the machine during which it was tried

    bool operator==(const KnownRelease &) const = default;
};

/// By what the signers of the past have said: numbers by fingerprint.
using Numbers = std::map<std::string, int>;

/// What is remembered from run to run, in one file that is replaced whole: the moment of its rename is the moment at
/// which a release, a key or a number is accepted. `current` and `previous` say where the links must lead; whoever
/// opens a root makes it so. So a run may be killed anywhere: before the rename nothing has happened, after it the next
/// run finishes.
struct AgentState {
    std::string current;  ///< name of a release's folder; empty: the built-in one is shown
    std::string previous; ///< or empty
    std::map<std::string, KnownRelease> releases;
    std::vector<std::string> givenUp; ///< checksums, oldest first
    std::string fetching;             ///< checksum of what comes in: a part of it may lie here

    Numbers releaseNumbers;
    Numbers listNumbers;
    /// What was remembered is lost, and a release of this number was shown: counts for every key. 0: nothing was lost.
    int floor = 0;

    std::string provisioned; ///< SHA-256 of the administrator's keys, as last seen
    std::string keyring;     ///< the accepted keys' bytes
    int keysSerial = 0;      ///< 0: the provisioned ones
    std::set<std::string> revoked;

    std::string listChecksum; ///< of the withdrawal list last accepted
    int listSequence = 0;
    bool listOnWeb = false; ///< a web source had one

    [[nodiscard]] const KnownRelease *find(const std::string &name) const;
    [[nodiscard]] KnownRelease *find(const std::string &name);
    [[nodiscard]] bool isGivenUp(const std::string &checksum) const;
    void giveUp(const std::string &checksum);

    bool operator==(const AgentState &) const = default;
};

std::string stateText(const AgentState &state);
/// Nothing where it is not what stateText writes.
std::optional<AgentState> parseState(const std::string &text);

/// What the links alone tell, when what was remembered is lost: a kiosk goes on with what it shows.
AgentState stateFromLinks(const std::string &current, const std::string &previous);

} // namespace porchlight::release
