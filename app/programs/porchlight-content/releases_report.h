// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "release/publish.h"

#include <string>

namespace porchlight::programs {

/// What publish tells people.
std::string publishWords(const release::PublishReport &report, const std::string &channel);
/// The same for programs.
std::string publishJson(const release::PublishReport &report, const std::string &channel);
std::string withdrawnJson(const release::CommitFacts &facts);
std::string faultJson(const content::Fault &fault);

} // namespace porchlight::programs
