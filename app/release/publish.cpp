// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/publish.h"

namespace porchlight::release {

namespace {
content::Fault notBuilt(const char *where)
{
    return {"repository-unusable", where, "Not built yet.", ""};
}
} // namespace

content::Result<PublishReport> publish(const PublishOptions &, const Told &)
{
    return notBuilt("publish");
}
content::Outcome sign(const std::filesystem::path &, const std::string &, const Signing &)
{
    return notBuilt("sign");
}
content::Outcome promote(const std::filesystem::path &, const std::string &, const std::string &, const std::string &,
                         const Signing &)
{
    return notBuilt("promote");
}
content::Result<CommitFacts> withdraw(const std::filesystem::path &, const store::Withdrawals &,
                                      const std::filesystem::path &, const std::string &, const Signing &)
{
    return notBuilt("withdraw");
}
content::Outcome writeStick(const std::filesystem::path &, const std::filesystem::path &, const Told &)
{
    return notBuilt("stick");
}

} // namespace porchlight::release
