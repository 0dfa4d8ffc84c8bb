// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace porchlight::content {

/// A calendar day without a time zone, as facts and contacts carry it.
using Date = std::chrono::sys_days;

/// Reads "2026-11-22"; nothing for any other form or a day that does not exist.
std::optional<Date> parseDate(std::string_view text);
/// Writes "2026-11-22".
std::string formatDate(Date date);

} // namespace porchlight::content
