// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/commit_facts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::release {

/// A release that was signed by enough people, is newer than all they gave before, lies on the disk whole and has
/// passed every named check. Only the agent makes one, and only one of these can be switched to.
class VerifiedRelease {
public:
    [[nodiscard]] const std::string &checksum() const { return m_checksum; }
    [[nodiscard]] const CommitFacts &facts() const { return m_facts; }
    [[nodiscard]] const std::vector<std::string> &signers() const { return m_signers; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

private:
    friend class Agent;
    VerifiedRelease() = default;
    std::string m_checksum;
    CommitFacts m_facts;
    std::vector<std::string> m_signers;
    std::filesystem::path m_folder;
};

} // namespace porchlight::release
