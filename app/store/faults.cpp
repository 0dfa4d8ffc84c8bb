// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/faults.h"

namespace porchlight::store {

content::Fault damaged(const std::filesystem::path &file, const std::string &detail)
{
    return {"store-damaged", file.string(), "The content store is damaged (" + detail + ").",
            "Install the release again, or build it again from its sources."};
}

content::Fault unreadable(const std::filesystem::path &file, const std::string &detail)
{
    return {"store-unreadable", file.string(), "The content store cannot be read (" + detail + ").",
            "Check the permissions of the file and of its folders, and the disk."};
}

content::Fault notOurs(const std::filesystem::path &file, const std::string &detail)
{
    return {"store-not-ours", file.string(), "This is not a content store of Porchlight (" + detail + ").",
            "Name a file that `porchlight-content build` has made."};
}

} // namespace porchlight::store
