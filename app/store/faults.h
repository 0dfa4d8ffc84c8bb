// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>
#include <string>

namespace porchlight::store {

/// The faults that several parts of the reader give, each with one wording.
content::Fault damaged(const std::filesystem::path &file, const std::string &detail);
content::Fault unreadable(const std::filesystem::path &file, const std::string &detail);
content::Fault notOurs(const std::filesystem::path &file, const std::string &detail);

} // namespace porchlight::store
