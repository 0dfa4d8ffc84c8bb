// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/reading.h"

#include <gtest/gtest.h>

#include <array>

using namespace porchlight::playback;

namespace {

std::size_t lengthOf(Reading &reading, const Manner &manner)
{
    std::array<Sample, 1000> room{};
    std::size_t length = 0;
    for (std::size_t got = room.size(); got == room.size(); length += got)
        got = reading.read(room, manner);
    return length;
}

TEST(Amplified, LeavesAloneWhatIsNotTooLoud)
{
    for (int sample = -24000; sample <= 24000; sample += 7)
        EXPECT_EQ(amplified(static_cast<Sample>(sample), 1.F), sample);
    EXPECT_EQ(amplified(1000, 0.5F), 500);
    EXPECT_EQ(amplified(0, 4.F), 0);
}

TEST(Amplified, BendsWhatIsTooLoudAndKeepsItsOrder)
{
    Sample before = -32768;
    for (int sample = -32768; sample <= 32767; ++sample) {
        const Sample loud = amplified(static_cast<Sample>(sample), 4.F);
        EXPECT_GE(loud, before);
        before = loud;
    }
    EXPECT_GT(amplified(23000, 4.F), amplified(11000, 4.F));
}

TEST(Reading, IsAsLongAsItsSpeedSays)
{
    for (const float speed : {0.5F, 0.8F, 1.F, 1.6F, 2.F}) {
        Reading reading({{{}, sampleRate}}, [] { FAIL(); });
        EXPECT_NEAR(static_cast<double>(lengthOf(reading, {speed, 1.F})), sampleRate / speed,
                    0.05 * sampleRate / speed);
    }
}

TEST(Reading, LeavesOutWhatIsMissingAndSaysSoOnce)
{
    int bad = 0;
    Reading reading({{{}, 4800}, {"/nonexistent.opus", 0}, {{}, 4800}}, [&bad] { ++bad; });
    EXPECT_EQ(lengthOf(reading, {}), 9600U);
    EXPECT_EQ(bad, 1);
    EXPECT_EQ(lengthOf(reading, {}), 0U);
}

TEST(Reading, OfNothingEndsAtOnce)
{
    Reading reading({}, [] { FAIL(); });
    EXPECT_EQ(lengthOf(reading, {}), 0U);
}

} // namespace
