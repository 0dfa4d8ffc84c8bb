// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/speech.h"

#include <gtest/gtest.h>

namespace porchlight::content {
namespace {

TEST(Speakable, LeavesOutWhatOnlyServesDrawing)
{
    EXPECT_EQ(speakable("Call \u2066988\u2069 now"), "Call 988 now");
    EXPECT_EQ(speakable("\u200fနေ\u200bရာ"), "နေရာ");
    EXPECT_EQ(speakable("soft\u00adly"), "softly");
}

TEST(Speakable, HasOneBlankBetweenWordsAndNoneAround)
{
    EXPECT_EQ(speakable("  one\n\ttwo\u00a0three \u2069 "), "one two three");
    EXPECT_EQ(speakable(" \u200b\u2066\u2069"), "");
}

TEST(Speakable, KeepsJoinersThatChangeAWord)
{
    EXPECT_EQ(speakable("می\u200cخواهم"), "می\u200cخواهم");
}

TEST(ClipKey, IsTheSameForWhatSoundsTheSame)
{
    EXPECT_EQ(clipKey("Call \u2066988\u2069"), clipKey("Call  988"));
    EXPECT_NE(clipKey("Call 988"), clipKey("Call 911"));
    EXPECT_EQ(clipKey("\u200b"), "");
}

TEST(ClipKey, NeverChanges)
{
    // Recordings are named by it: another key would lose them all. Test values of FNV-1a.
    EXPECT_EQ(clipKey("a"), "af63dc4c8601ec8c");
    EXPECT_EQ(clipKey("foobar"), "85944171f73967e8");
}

TEST(DialledDigits, KeepTheGroupsThatPeopleHear)
{
    EXPECT_EQ(dialledDigits("\u20661-888-373-7888\u2069"), "1 888 373 7888");
    EXPECT_EQ(dialledDigits("2-1-1"), "2 1 1");
    EXPECT_EQ(dialledDigits("+1 (573) 751.4962"), "1 573 751 4962");
    EXPECT_EQ(dialledDigits("988"), "988");
}

TEST(DialledDigits, AreNothingWhereThereAreWords)
{
    EXPECT_EQ(dialledDigits("Call 988"), std::nullopt);
    EXPECT_EQ(dialledDigits("24/7"), std::nullopt);
    EXPECT_EQ(dialledDigits("1+1"), std::nullopt);
    EXPECT_EQ(dialledDigits("-"), std::nullopt);
    EXPECT_EQ(dialledDigits(""), std::nullopt);
}

} // namespace
} // namespace porchlight::content
