// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace porchlight::print {

/// What keeps a printer from printing, as far as a visitor or staff can do something about it.
enum class Hindrance {
    None,
    OutOfPaper,
    CoverOpen,
    Jam,
    NotReachable,
    Other, ///< the printer knows, and may get over it by itself: it is too hot
};

/// "media-empty-warning" -> "media-empty": schedulers change the severity on the way, so it says nothing.
std::string_view withoutSeverity(std::string_view reason);
/// Has CUPS handed the document over? Its IPP backend says so with a reason of its own.
bool isAtPrinter(const std::vector<std::string> &reasons);
/// The most telling of a printer's printer-state-reasons.
Hindrance hindranceOf(const std::vector<std::string> &reasons);
bool isPaperLow(const std::vector<std::string> &reasons);

} // namespace porchlight::print
