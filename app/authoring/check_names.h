// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"

#include <string>
#include <vector>

namespace porchlight::authoring {

/// How a check is told: some codes are errors in one case and warnings in another.
enum class Told { Error, Warning, Both };

struct CheckName {
    const char *code;
    Told told;
    const char *means; ///< one line
};

/// Every code that may stand in a report, in the order of content/README.md.
const std::vector<CheckName> &checkNames();

bool isCheckName(const std::string &code);

/// One line each, for people.
std::string formatCheckNames();
/// [{"code", "told": "error" | "warning" | "both", "means"}]
std::string checkNamesJson();

/// What of the report has one of these codes.
Report onlyThese(const Report &report, const std::vector<std::string> &codes);

} // namespace porchlight::authoring
