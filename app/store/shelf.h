// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::store {

/// Where releases lie. `root`/current is the release to show: a link or a folder that holds content.sqlite and fonts/.
/// The built-in release is what the kiosk falls back to. Holds no file open; never throws, but for lack of memory.
class Shelf {
public:
    struct Place {
        std::filesystem::path folder;    ///< real path, without links: everything of a visit is opened below it
        std::filesystem::path storeFile; ///< folder/content.sqlite; may be missing
        bool builtIn = false;
    };

    /// Either folder may be missing.
    Shelf(std::filesystem::path root, std::filesystem::path builtIn);

    /// The places to try, best first: the current release, where there is one, and always the built-in one.
    /// Looks at the disk each time. Whether a store can be read is for Reader::open to say.
    [[nodiscard]] std::vector<Place> candidates() const;

    /// Differs when candidates() would lead to other files: by real path, device, inode and size. Times are left out,
    /// because releases are checked out with all of them 0.
    [[nodiscard]] std::string identity() const;

private:
    std::filesystem::path m_root;
    std::filesystem::path m_builtIn;
};

} // namespace porchlight::store
