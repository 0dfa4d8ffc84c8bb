// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/bidi.h"

#include <gtest/gtest.h>

using porchlight::content::isolateNumbers;

TEST(Bidi, numbersOfSeveralGroupsAreIsolated)
{
    EXPECT_EQ(isolateNumbers("طلب 1-888-373-7888."), "طلب \u20661-888-373-7888\u2069.");
    EXPECT_EQ(isolateNumbers("2-1-1"), "\u20662-1-1\u2069");
    EXPECT_EQ(isolateNumbers("27.6 مليون"), "\u206627.6\u2069 مليون");
}

TEST(Bidi, whatReadsRightAnywayStaysAsItIs)
{
    EXPECT_EQ(isolateNumbers(""), "");
    EXPECT_EQ(isolateNumbers("عام 2021، 988."), "عام 2021، 988.");
    EXPECT_EQ(isolateNumbers("12-"), "12-");
    EXPECT_EQ(isolateNumbers("{number:services-211.call}"), "{number:services-211.call}");
}
