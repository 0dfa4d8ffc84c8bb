// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/sound.h"

#include <algorithm>
#include <cmath>

namespace porchlight::authoring {

namespace {

constexpr double silence = -200;
constexpr double belowPeak = 40;   // dB
constexpr double keptAhead = 0.02; // seconds
constexpr double keptBehind = 0.06;
constexpr float endOfScale = 0.999F;
constexpr int clippedRun = 3;

float loudest(const Sound &sound)
{
    float most = 0;
    for (const float sample : sound.samples)
        most = std::max(most, std::abs(sample));
    return most;
}

float amplitude(double decibels)
{
    return static_cast<float>(std::pow(10.0, decibels / 20));
}

} // namespace

double peakOf(const Sound &sound)
{
    const float most = loudest(sound);
    return most > 0 ? 20 * std::log10(static_cast<double>(most)) : silence;
}

bool isClipped(const Sound &sound)
{
    int run = 0;
    for (const float sample : sound.samples) {
        run = std::abs(sample) >= endOfScale ? run + 1 : 0;
        if (run >= clippedRun)
            return true;
    }
    return false;
}

void trimSilence(Sound &sound)
{
    const float threshold = loudest(sound) * amplitude(-belowPeak);
    const auto isHeard = [&](float sample) { return std::abs(sample) > threshold; };
    auto &samples = sound.samples;
    const auto first = std::find_if(samples.begin(), samples.end(), isHeard);
    if (first == samples.end()) {
        samples.clear();
        return;
    }
    const auto last = std::find_if(samples.rbegin(), samples.rend(), isHeard).base();
    const auto ahead = std::min<std::ptrdiff_t>(first - samples.begin(), std::lround(keptAhead * sound.rate));
    const auto behind = std::min<std::ptrdiff_t>(samples.end() - last, std::lround(keptBehind * sound.rate));
    samples.erase(last + behind, samples.end());
    samples.erase(samples.begin(), first - ahead);
}

void setPeak(Sound &sound, double decibels)
{
    const float most = loudest(sound);
    if (most <= 0)
        return;
    const float factor = amplitude(decibels) / most;
    for (float &sample : sound.samples)
        sample *= factor;
}

} // namespace porchlight::authoring
