// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/commit_facts.h"

namespace porchlight::release {

const char *const withdrawalsRef = "porchlight/withdrawals";

std::string releaseRef(const std::string &site, const std::string &channel)
{
    return "porchlight/" + site + "/" + channel;
}

} // namespace porchlight::release
