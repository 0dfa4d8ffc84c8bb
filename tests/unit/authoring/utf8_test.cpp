// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/utf8.h"

#include <gtest/gtest.h>

namespace porchlight::tests {

using namespace authoring;

TEST(Utf8, KnowsWholeTextFromBroken)
{
    for (const char *good : {"", "plain\ttext\n", "Español", "العربية", "简体", "\xF0\x9F\x92\xB0"})
        EXPECT_FALSE(firstBadByte(good)) << good;
    for (const char *bad :
         {"a\xFF", "a\xC0\xAF", "a\xE4\xB8", "a\xED\xA0\x80", "a\xF5\x80\x80\x80", "a\x01", "a\x7F", "a\xC2\x85"})
        EXPECT_EQ(firstBadByte(bad), 1U) << bad;
}

TEST(Utf8, CountsCodePoints)
{
    EXPECT_EQ(codePoints("aé简\xF0\x9F\x92\xB0").size(), 4U);
    EXPECT_EQ(codePoints("ع")[0], U'ع');
    EXPECT_EQ(codePointName(U'ع'), "U+0639");
}

TEST(Utf8, KnowsDigitsOfOtherScripts)
{
    EXPECT_EQ(digitValue(U'7'), 7);
    EXPECT_EQ(digitValue(U'٧'), 7);
    EXPECT_EQ(digitValue(U'۷'), 7);
    EXPECT_EQ(digitValue(U'၇'), 7);
    EXPECT_EQ(digitValue(U'七'), -1);
}

TEST(Utf8, MakesOneLine)
{
    EXPECT_EQ(singleLine("  one\n two\t three \n"), "one two three");
    EXPECT_EQ(singleLine(" \n"), "");
}

} // namespace porchlight::tests
