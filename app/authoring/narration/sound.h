// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace porchlight::authoring {

/// Mono sound. Samples from -1 to 1.
struct Sound {
    int rate = 0; ///< samples a second
    std::vector<float> samples;

    [[nodiscard]] double seconds() const { return rate > 0 ? static_cast<double>(samples.size()) / rate : 0; }
};

/// How loud a clip is at its loudest, in dBFS.
inline constexpr double clipPeak = -3;

/// The loudest sample in dBFS; -200 for silence.
double peakOf(const Sound &sound);
/// Three samples and more in a row at the very end of the scale: what was louder is lost.
bool isClipped(const Sound &sound);
/// Takes away what is more than 40 dB below the loudest at both ends, but for a breath of it, so that no word begins or
/// ends with a click.
void trimSilence(Sound &sound);
/// Makes the loudest sample this loud, in dBFS. Silence stays silence.
void setPeak(Sound &sound, double decibels);

} // namespace porchlight::authoring
