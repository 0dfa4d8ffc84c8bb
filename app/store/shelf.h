// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "store/withdrawals.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::store {

/// Where releases lie, and what must not be shown of any of them: `root`/withdrawn. `root`/current is the release to
/// show: a link or a folder that holds content.sqlite and fonts/. The built-in release is what the kiosk falls back to.
/// Holds no file open; never throws, but for lack of memory.
class Shelf {
public:
    struct Place {
        std::filesystem::path folder;    ///< real path, without links: everything of a visit is opened below it
        std::filesystem::path storeFile; ///< folder/content.sqlite; may be missing
        bool builtIn = false;
        std::string name; ///< for reports: of the folder to which `current` leads, there or not; or "built-in"
    };

    /// Either folder may be missing.
    Shelf(std::filesystem::path root, std::filesystem::path builtIn);

    /// The places to try, best first: the current release, where there is one, and always the built-in one.
    /// Looks at the disk each time. Whether a store can be read is for Reader::open to say.
    [[nodiscard]] std::vector<Place> candidates() const;

    /// Differs when candidates() would lead to other files, or the list of what is withdrawn is another one: by real
    /// path, device, inode and size. Times are left out of releases, which are checked out with all of them 0.
    [[nodiscard]] std::string identity() const;

    /// All that root/withdrawn has said since this shelf was made. A list only grows, so what was known stays known
    /// when the file is gone, shorter or damaged; of a damaged one the lines count that can be read. Reads the disk;
    /// aborts on a thread that is forbidden to use the store. `fault`, for staff: "withdrawals-syntax",
    /// "withdrawals-unreadable".
    const Withdrawals &withdrawn(std::optional<content::Fault> &fault);

private:
    [[nodiscard]] std::filesystem::path listFile() const { return m_root / "withdrawn"; }

    std::filesystem::path m_root;
    std::filesystem::path m_builtIn;
    Withdrawals m_withdrawn;
};

} // namespace porchlight::store
