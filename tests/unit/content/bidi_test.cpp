// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/bidi.h"

#include <gtest/gtest.h>

using porchlight::content::isolateLeftToRight;

TEST(Bidi, numbersOfSeveralGroupsAreIsolated)
{
    EXPECT_EQ(isolateLeftToRight("طلب 1-888-373-7888."), "طلب \u20661-888-373-7888\u2069.");
    EXPECT_EQ(isolateLeftToRight("2-1-1"), "\u20662-1-1\u2069");
    EXPECT_EQ(isolateLeftToRight("27.6 مليون"), "\u206627.6\u2069 مليون");
}

TEST(Bidi, latinNamesAreIsolatedWithTheirNumbers)
{
    EXPECT_EQ(isolateLeftToRight("988 Suicide & Crisis Lifeline (خط)"),
              "\u2066988 Suicide & Crisis Lifeline\u2069 (خط)");
    EXPECT_EQ(isolateLeftToRight("خط (National Domestic Violence Hotline)"),
              "خط (\u2066National Domestic Violence Hotline\u2069)");
    EXPECT_EQ(isolateLeftToRight("تأشيرة T: قد"), "تأشيرة \u2066T\u2069: قد");
    EXPECT_EQ(isolateLeftToRight("انظر polarisproject.org."), "انظر \u2066polarisproject.org\u2069.");
    EXPECT_EQ(isolateLeftToRight("{code} ثم Relay Missouri."), "{code} ثم \u2066Relay Missouri\u2069.");
}

TEST(Bidi, whatReadsRightAnywayStaysAsItIs)
{
    EXPECT_EQ(isolateLeftToRight(""), "");
    EXPECT_EQ(isolateLeftToRight("Call 2-1-1."), "Call 2-1-1.");
    EXPECT_EQ(isolateLeftToRight("عام 2021، 988."), "عام 2021، 988.");
    EXPECT_EQ(isolateLeftToRight("12-"), "12-");
    EXPECT_EQ(isolateLeftToRight("{number:services-211.call}"), "{number:services-211.call}");
}
