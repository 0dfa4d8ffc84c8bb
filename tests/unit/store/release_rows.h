// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/builder.h"

namespace porchlight::store {

/// The newest date in smallRelease(): 1 June 2026.
inline constexpr content::Date newestDate{std::chrono::year{2026} / 6 / 1};
/// The last day of its local line: 22 August 2026.
inline constexpr content::Date localExpiry{std::chrono::year{2026} / 8 / 22};

/// A release that has a bit of everything: three languages (Spanish without a single translation), a tile of topics,
/// a tile of numbers, a tile whose only topic rests on a local line, a core, a local, an unverified and a withdrawn
/// channel, two slips. Live.
ReleaseRows smallRelease();

/// As many topics as a full release has, each with 20 blocks, in English and Arabic.
ReleaseRows largeRelease(int topics);

} // namespace porchlight::store
