// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/reading.h"

#include <gtest/gtest.h>

using porchlight::content::countWords;

TEST(Reading, countsWordsBetweenSpaces)
{
    EXPECT_EQ(countWords(""), 0);
    EXPECT_EQ(countWords("  "), 0);
    EXPECT_EQ(countWords("You can call 2-1-1."), 4);
    EXPECT_EQ(countWords(" two\nwords "), 2);
}

TEST(Reading, countsArabicLikeAnyScriptWithSpaces)
{
    EXPECT_EQ(countWords("اتصل بالرقم من أي هاتف"), 5);
}

TEST(Reading, twoChineseCharactersAreAWord)
{
    EXPECT_EQ(countWords("可以打电话"), 3);
    EXPECT_EQ(countWords("拨打 988 求助"), 3);
}

TEST(Reading, textCutInTheMiddleOfACharacterEnds)
{
    EXPECT_EQ(countWords("\xE4\xBD"), 1);
}
