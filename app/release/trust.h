// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace porchlight::release {

/// One accepted key, as OpenPGP has it.
struct Key {
    std::string fingerprint; ///< of the primary key, 40 upper-case hex digits
    std::string name;        ///< the first user id, for staff
    bool revoked = false;

    bool operator==(const Key &) const = default;
};

/// Whose signatures count, and how many different people's it takes.
struct Trust {
    std::filesystem::path keyring; ///< public keys, binary or armoured
    std::vector<Key> keys;
    int needed = 1;
    std::set<std::string>
        revoked; ///< fingerprints that were ever seen revoked: they never count again, whatever a keyring says
};

/// Reads public keys. Faults: "keys-missing", "keys-unreadable" (no OpenPGP keys in it), "keys-secret" (a secret key
/// stands in it: it must never leave its owner).
content::Result<std::vector<Key>> readKeys(const std::filesystem::path &keyring);

} // namespace porchlight::release
