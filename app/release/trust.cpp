// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/trust.h"

namespace porchlight::release {

content::Result<std::vector<Key>> readKeys(const std::filesystem::path &keyring)
{
    return content::Fault{"keys-missing", keyring, "Not built yet.", ""};
}

} // namespace porchlight::release
