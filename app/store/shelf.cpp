// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shelf.h"

#include "store/schema.h"
#include "store/thread_guard.h"

#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace porchlight::store {

namespace {

constexpr const char *builtInName = "built-in";

/// A link that leads nowhere, and a folder that is none, are places too: broken ones, and staff must hear of it.
Shelf::Place placeAt(const std::filesystem::path &link, bool builtIn)
{
    std::error_code error;
    const auto folder = std::filesystem::canonical(link, error);
    if (!error && std::filesystem::is_directory(folder, error))
        return {folder, folder / storeFileName, builtIn, builtIn ? builtInName : folder.filename().string()};
    const auto target = std::filesystem::read_symlink(link, error);
    const std::string name = (error ? link : target).filename().string();
    return {link, link / storeFileName, builtIn, builtIn ? builtInName : name};
}

void appendIdentity(std::string &identity, const std::filesystem::path &file, bool withTime)
{
    identity += file.string();
    struct stat status {};
    if (stat(file.c_str(), &status) == 0) {
        for (const auto part : {status.st_dev, status.st_ino, static_cast<ino_t>(status.st_size)})
            identity.append(" ").append(std::to_string(part));
        if (withTime)
            identity.append(" ").append(std::to_string(status.st_mtim.tv_sec));
        if (withTime)
            identity.append(".").append(std::to_string(status.st_mtim.tv_nsec));
    }
    identity += "\n";
}

} // namespace

Shelf::Shelf(std::filesystem::path root, std::filesystem::path builtIn)
    : m_root(std::move(root)), m_builtIn(std::move(builtIn))
{
}

std::vector<Shelf::Place> Shelf::candidates() const
{
    std::vector<Place> places;
    const std::filesystem::path current = m_root / "current";
    std::error_code error;
    if (!m_root.empty() && std::filesystem::exists(std::filesystem::symlink_status(current, error)))
        places.push_back(placeAt(current, false));
    places.push_back(placeAt(m_builtIn, true));
    return places;
}

std::string Shelf::identity() const
{
    std::string identity;
    for (const Place &place : candidates())
        appendIdentity(identity, place.storeFile, false);
    if (!m_root.empty())
        appendIdentity(identity, listFile(), true);
    return identity;
}

const Withdrawals &Shelf::withdrawn(std::optional<content::Fault> &fault)
{
    requireAllowedThread("Shelf::withdrawn");
    if (!m_root.empty())
        m_withdrawn.add(readableWithdrawals(listFile(), fault));
    return m_withdrawn;
}

} // namespace porchlight::store
