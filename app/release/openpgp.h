// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: which public keys stand in a file. Whether a signature is good is for GPG alone to say; this
// reads names and numbers, so that looking at the accepted keys needs no process and no folder of GPG's.

#include "content/result.h"
#include "release/trust.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::release {

struct PublicKeys {
    std::string packets; ///< binary, all keys one after the other
    std::vector<Key> keys;
};

/// Binary, or armoured in one or several blocks. Faults: those of readKeys.
content::Result<PublicKeys> readPublicKeys(const std::filesystem::path &file);

} // namespace porchlight::release
