// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace porchlight::print {

/// Stands among an idle queue's printer-state-reasons while they are the printer's own word, asked a moment ago. A job
/// takes it away (CUPS's backend writes what it sees then) and the watch puts it back. Without it they may be stale.
inline constexpr std::string_view watchMark = "porchlight-asked";

} // namespace porchlight::print
