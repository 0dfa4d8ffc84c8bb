// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound_loader.h"

#include <gtest/gtest.h>

using namespace porchlight::playback;

TEST(SoundLoader, SaysWhatIsMissing)
{
    SoundLoader loader({}, QStringLiteral("/nonexistent"));
    const auto made = loader.output();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.fault().code, "sound-plugin");
    EXPECT_EQ(loader.made(), nullptr);
}

TEST(SoundLoader, LoadsNothingUnasked)
{
    const SoundLoader loader({}, QStringLiteral("/nonexistent"));
    EXPECT_EQ(loader.made(), nullptr);
}
