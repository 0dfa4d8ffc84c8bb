// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release.

#include "content/result.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace porchlight::release {

/// The folder that the kiosk reads: releases by name, and the links to them. A folder with the name of a release is
/// always whole: it comes to its name, and loses it, by one rename. Faults: those of diskFault.
class ContentRoot {
public:
    explicit ContentRoot(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path release(const std::string &name) const { return m_folder / name; }
    [[nodiscard]] std::filesystem::path withdrawn() const { return m_folder / "withdrawn"; }
    /// What belongs to the agent alone.
    [[nodiscard]] std::filesystem::path own(const char *name) const { return m_folder / ".sync" / name; }

    /// What `current` or `previous` leads to; empty where it does not lead to a release of ours that is there.
    [[nodiscard]] std::string linked(const char *link) const;
    /// Where there is neither, or where it leads elsewhere, both links are made so, by rename, `previous` first. Empty:
    /// no link.
    [[nodiscard]] content::Outcome link(const std::string &current, const std::string &previous) const;

    /// Where a release is checked out before it gets its name.
    [[nodiscard]] std::filesystem::path staging(const std::string &name) const
    {
        return m_folder / (".staged-" + name);
    }
    /// Gives a staged folder its name, lastingly.
    [[nodiscard]] content::Outcome unstage(const std::string &name) const;
    /// Removes what an earlier run left half done.
    void removeStaged() const;
    /// Removes all releases but these. True where there were any.
    bool keepOnly(const std::set<std::string> &names) const;

    /// "12-1f2e3d4c5b6a7988", or, where that one is damaged and still shown, "12-1f2e3d4c5b6a7988-again".
    static bool isReleaseName(const std::string &name);

private:
    [[nodiscard]] content::Outcome setLink(const char *link, const std::string &target) const;
    std::filesystem::path m_folder;
};

} // namespace porchlight::release
