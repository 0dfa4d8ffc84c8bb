// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/placeholders.h"

#include <gtest/gtest.h>

namespace porchlight::store {
namespace {

const Numbers numbers{{"hotline.call", "1-888"}, {"crisis.call", "988"}};

TEST(Placeholders, AreFilledInIsolation)
{
    EXPECT_EQ(fillNumbers("Call {number:hotline.call}.", numbers), "Call \u2066"
                                                                   "1-888\u2069.");
    EXPECT_EQ(fillNumbers("{number:crisis.call}{number:hotline.call}", numbers), "\u2066"
                                                                                 "988\u2069\u2066"
                                                                                 "1-888\u2069");
}

TEST(Placeholders, OtherTextStaysAsItIs)
{
    for (const char *text : {"", "Plain.", "{name}", "{ number:hotline.call }", "100 % {", "}{", "{number"})
        EXPECT_EQ(fillNumbers(text, numbers), text);
}

TEST(Placeholders, ASentenceWithoutItsNumberIsNone)
{
    for (const char *text :
         {"{number:}", "{number:gone.call}", "{number:hotline.call", "{number:hotline.call} {number:"})
        EXPECT_EQ(fillNumbers(text, numbers), std::nullopt) << text;
}

TEST(Placeholders, AreFilledOnce)
{
    EXPECT_EQ(fillNumbers("{number:a}", {{"a", "{number:a}"}}), "\u2066{number:a}\u2069");
}

} // namespace
} // namespace porchlight::store
