// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/agent.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::programs {

enum class Verb { Help, Version, Pull, Status, Rollback, Watch, Stick, ListChecks };

struct Arguments {
    Verb verb = Verb::Help;
    release::AgentOptions agent;
    std::vector<std::string> from; ///< web addresses and folders, best first
    std::chrono::milliseconds every{std::chrono::hours{1}};
    std::filesystem::path stick; ///< where it is mounted
    bool gone = false;           ///< stick: it was pulled out
    bool json = false;
};

/// Nothing, with `complaint` filled in, when the command line makes no sense.
std::optional<Arguments> parseArguments(const std::vector<std::string> &words, std::string &complaint);

extern const char *const helpText;

} // namespace porchlight::programs
