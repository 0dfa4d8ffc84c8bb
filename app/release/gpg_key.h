// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: the key that an editor signs with.

#include "release/publish.h"

#include <string>

namespace porchlight::release {

struct SigningKey {
    std::string fingerprint;       ///< of the primary key
    std::filesystem::path gpgHome; ///< empty: gpg's own
    std::string publicKey;         ///< its bytes, to try a signature

    [[nodiscard]] const char *home() const { return gpgHome.empty() ? nullptr : gpgHome.c_str(); }
};

/// Asks gpg, and signs nothing. Faults: "key-unknown" (none, or several, or no secret key, or it can't sign),
/// "key-young", "key-expires", "gpg-missing".
content::Result<SigningKey> findSigningKey(const Signing &signing);

} // namespace porchlight::release
