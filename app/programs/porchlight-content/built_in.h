// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace porchlight::programs {

/// What stands beside the program in its build and where it is installed: share/porchlight/NAME.
inline std::filesystem::path builtIn(const char *name)
{
    std::error_code failed;
    return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path() / "../share/porchlight" / name;
}

} // namespace porchlight::programs
