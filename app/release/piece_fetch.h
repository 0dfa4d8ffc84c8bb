// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: large files over bad lines. libostree asks for every object in one go, and throws away what
// had come of it when the connection breaks: one that takes longer than the line holds would never arrive.

#include "content/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace porchlight::release {

struct Piecewise {
    std::string url;
    std::filesystem::path file; ///< what has come so far; what is missing is added to it
    std::uint64_t bytes = 0;    ///< of the whole; nothing beyond it is taken
    int stalledSeconds = 60;    ///< that the server may send next to nothing
};

/// Brings what is missing of a file, from where it stands. Returns when `file` has all its bytes and they are on the
/// disk; nobody has looked yet whether they are the right ones. `told` gets the bytes that are there, at least once a
/// second; returning false ends it ("cancelled"). Faults beside: "source-unreachable", "source-stalled",
/// "source-lacks", "source-damaged" (it is shorter there), "source-too-much", "disk-full", "disk-failed".
content::Outcome fetchPiecewise(const Piecewise &what, const std::function<bool(std::uint64_t)> &told);

} // namespace porchlight::release
