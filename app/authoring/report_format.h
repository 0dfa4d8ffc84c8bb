// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"

#include <string>

namespace porchlight::authoring {

/// File by file, and below each name one line for each finding, as compilers write it so that editors find the place:
/// "content/topics/pay.md:12: error: what is wrong what to do [code]".
std::string formatFindings(const Report &report, bool coloured);
/// How often each code was found, in the order of the alphabet.
std::string formatCodes(const Report &report);
/// "2 errors, 1 warning." or "No faults."
std::string summaryOf(const Report &report);
/// {"errors": 1, "warnings": 0, "codes": {"denied": 1}, "faults": [{"severity", "code", "file", "line", "what",
/// "remedy"}]}; line is 0 where a fault is of a whole file.
std::string reportJson(const Report &report);

} // namespace porchlight::authoring
