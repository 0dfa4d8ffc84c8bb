// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"

#include <filesystem>
#include <string>

namespace porchlight::tests {

/// A copy of the fixture site in a folder of its own, with drawings beside it, to be damaged at will.
class SiteCopy {
public:
    SiteCopy();
    ~SiteCopy();
    SiteCopy(const SiteCopy &) = delete;
    SiteCopy &operator=(const SiteCopy &) = delete;

    [[nodiscard]] std::filesystem::path content() const { return m_root / "content"; }
    [[nodiscard]] std::filesystem::path root() const { return m_root; }
    [[nodiscard]] std::string read(const std::string &file) const;
    void write(const std::string &file, const std::string &text) const;
    /// Replaces the one place where `from` stands; fails the test when there is none.
    void replace(const std::string &file, const std::string &from, const std::string &to) const;
    /// The line that holds `needle` first; 0 for an empty needle.
    [[nodiscard]] int lineOf(const std::string &file, const std::string &needle) const;
    [[nodiscard]] authoring::Report check() const;

private:
    std::filesystem::path m_root;
};

/// The day the fixture's dates are made for.
authoring::Options fixtureDay();

} // namespace porchlight::tests
