// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace porchlight::store {

/// What must no longer be shown, ever, by any release: a list that only grows, signed and fetched apart from releases.
/// A text file, one entry a line, sorted: "channel hotline.call", "number 18883737888" (digits only), "fact ID",
/// "topic ID". A line that starts with '#' and an empty line say nothing.
struct Withdrawals {
    std::set<std::string> channels; ///< full ids
    std::set<std::string> numbers;  ///< digits of a value, with or without the country's 1
    std::set<std::string> facts;
    std::set<std::string> topics;

    [[nodiscard]] bool empty() const;
    /// By id or by the digits of its value.
    [[nodiscard]] bool withdraws(std::string_view channelId, std::string_view value) const;
    /// Does it hold all that `other` holds?
    [[nodiscard]] bool holdsAllOf(const Withdrawals &other) const;
    void add(const Withdrawals &other);
    /// The file's text, sorted: equal lists give equal bytes.
    [[nodiscard]] std::string text() const;

    bool operator==(const Withdrawals &) const = default;
};

/// At most this many bytes are read of a list.
inline constexpr std::size_t largestWithdrawals = 256 * 1024;

/// Fault "withdrawals-syntax" (`where` is `name` with the line).
content::Result<Withdrawals> parseWithdrawals(std::string_view text, const std::string &name);
/// A file that is not there is an empty list. Faults: "withdrawals-syntax", "withdrawals-unreadable".
content::Result<Withdrawals> readWithdrawals(const std::filesystem::path &file);

} // namespace porchlight::store
