// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace porchlight::store {

/// What must no longer be shown, ever, by any release: a list that only grows, signed and fetched apart from releases.
/// A text file, one entry a line, sorted: "channel hotline.call", "number 18883737888" (3 to 15 digits, nothing else),
/// "fact ID", "topic ID". A line that starts with '#' and an empty line say nothing.
struct Withdrawals {
    std::set<std::string> channels; ///< full ids
    std::set<std::string> numbers;  ///< digits of a value, with or without the country's 1
    std::set<std::string> facts;
    std::set<std::string> topics;

    [[nodiscard]] bool empty() const;
    /// By id or by the digits of its value.
    [[nodiscard]] bool withdraws(std::string_view channelId, std::string_view value) const;
    /// Does a withdrawn number stand in this text, in digits of whatever script, however they are grouped?
    [[nodiscard]] bool namesNumber(std::string_view text) const;
    /// Does it hold all that `other` holds? A number is the same with and without the country's 1.
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
/// A file that is not there is an empty list. Faults: "withdrawals-syntax", "withdrawals-unreadable" (also: too large,
/// a link, or no plain file).
content::Result<Withdrawals> readWithdrawals(const std::filesystem::path &file);

/// For whoever must not show more because a list is damaged: what can be read of it. `fault` is the first thing that
/// was wrong, as parseWithdrawals has it; it is left alone where all is well.
Withdrawals readableWithdrawals(std::string_view text, const std::string &name, std::optional<content::Fault> &fault);
/// The same of a file, and of one that is too large its beginning.
Withdrawals readableWithdrawals(const std::filesystem::path &file, std::optional<content::Fault> &fault);

} // namespace porchlight::store
