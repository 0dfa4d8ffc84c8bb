// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/repository.h"

namespace porchlight::release {

struct Repository::State {};

namespace {
content::Fault notBuilt(const char *where)
{
    return {"disk-failed", where, "Not built yet.", ""};
}
} // namespace

Repository::Repository(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Repository::Repository(Repository &&) noexcept = default;
Repository &Repository::operator=(Repository &&) noexcept = default;
Repository::~Repository() = default;
content::Result<Repository> Repository::open(const std::filesystem::path &folder)
{
    return notBuilt(folder.c_str());
}
content::Outcome Repository::use(const Source &, const Trust &, const std::string &)
{
    return notBuilt("use");
}
content::Result<std::map<std::string, std::string>> Repository::heads()
{
    return notBuilt("heads");
}
content::Result<CommitFacts> Repository::fetchFacts(const std::string &, const std::string &)
{
    return notBuilt("fetch");
}
content::Result<std::vector<std::string>> Repository::signers(const std::string &, const Trust &)
{
    return notBuilt("signers");
}
content::Outcome Repository::fetchAll(const std::string &, const std::string &, const Limits &,
                                      const std::function<bool(const Progress &)> &)
{
    return notBuilt("fetch");
}
bool Repository::has(const std::string &) const
{
    return false;
}
content::Result<std::uint64_t> Repository::missingBytes(const std::string &)
{
    return notBuilt("missing");
}
content::Result<std::string> Repository::readFile(const std::string &, const std::string &, std::uint64_t)
{
    return notBuilt("read");
}
content::Outcome Repository::checkOut(const std::string &, const std::filesystem::path &)
{
    return notBuilt("checkout");
}
content::Outcome Repository::verify(const std::string &)
{
    return notBuilt("verify");
}
content::Outcome Repository::keepOnly(const std::vector<std::string> &)
{
    return notBuilt("keep");
}

} // namespace porchlight::release
