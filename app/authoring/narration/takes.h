// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/narration/sound.h"
#include "authoring/report.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace porchlight::authoring {

/// What was brought in.
struct Taken {
    Report report;
    std::size_t clips = 0;
};

/// Makes recordings of the WAV files NUMBER.wav in `takes`, whose numbers are those of `script`: into TAG/KEY.opus in
/// `into` (media/narration). One channel is made of two, silence is cut off, and all become equally loud. A file that
/// cannot be used is told ("bad-take"), and then nothing is brought in.
Taken takeRecordings(const std::filesystem::path &takes, const std::filesystem::path &script,
                     const std::filesystem::path &into);

/// What is wrong with a take of this text, in one sentence; nothing where it can be used.
struct TakeFault {
    std::string what;
    std::string remedy;
};
std::optional<TakeFault> faultOfTake(const Sound &untrimmed, const Sound &trimmed, const std::string &text);

} // namespace porchlight::authoring
