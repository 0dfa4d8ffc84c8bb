// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/withdrawals.h"

namespace porchlight::store {

bool Withdrawals::empty() const
{
    return channels.empty() && numbers.empty() && facts.empty() && topics.empty();
}
bool Withdrawals::withdraws(std::string_view, std::string_view) const
{
    return false;
}
bool Withdrawals::holdsAllOf(const Withdrawals &) const
{
    return true;
}
void Withdrawals::add(const Withdrawals &) {}
std::string Withdrawals::text() const
{
    return {};
}
content::Result<Withdrawals> parseWithdrawals(std::string_view, const std::string &)
{
    return Withdrawals{};
}
content::Result<Withdrawals> readWithdrawals(const std::filesystem::path &)
{
    return Withdrawals{};
}

} // namespace porchlight::store
