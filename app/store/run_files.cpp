// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_files.h"

namespace porchlight::store {

content::Outcome writeReport(const std::filesystem::path &, const KioskReport &)
{
    return content::Nothing{};
}
content::Outcome writeReport(const std::filesystem::path &, const SyncReport &)
{
    return content::Nothing{};
}
content::Outcome writeReport(const std::filesystem::path &, const StickReport &)
{
    return content::Nothing{};
}
std::optional<KioskReport> readKioskReport(const std::filesystem::path &)
{
    return std::nullopt;
}
std::optional<SyncReport> readSyncReport(const std::filesystem::path &)
{
    return std::nullopt;
}
std::optional<StickReport> readStickReport(const std::filesystem::path &)
{
    return std::nullopt;
}

} // namespace porchlight::store
