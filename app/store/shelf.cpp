// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shelf.h"

#include "store/schema.h"

#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace porchlight::store {

namespace {

std::optional<Shelf::Place> placeAt(const std::filesystem::path &link, bool builtIn)
{
    std::error_code error;
    const auto folder = std::filesystem::canonical(link, error);
    if (error || !std::filesystem::is_directory(folder, error))
        return std::nullopt;
    return Shelf::Place{folder, folder / storeFileName, builtIn};
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
    // A link that leads nowhere is an installed release too: a broken one, and staff must hear of it.
    if (!m_root.empty() && std::filesystem::exists(std::filesystem::symlink_status(current, error)))
        places.push_back(placeAt(current, false).value_or(Place{current, current / storeFileName, false}));
    places.push_back(placeAt(m_builtIn, true).value_or(Place{m_builtIn, m_builtIn / storeFileName, true}));
    return places;
}

std::string Shelf::identity() const
{
    std::string identity;
    for (const Place &place : candidates()) {
        identity += place.storeFile.string();
        struct stat status {};
        if (stat(place.storeFile.c_str(), &status) == 0)
            for (const auto part : {status.st_dev, status.st_ino, static_cast<ino_t>(status.st_size)})
                identity.append(" ").append(std::to_string(part));
        identity += "\n";
    }
    return identity;
}

} // namespace porchlight::store
