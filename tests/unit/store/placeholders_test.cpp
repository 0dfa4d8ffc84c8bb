// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/placeholders.h"

#include <gtest/gtest.h>

namespace porchlight::store {
namespace {

const Values values{{"number:hotline.call", "1-888"},
                    {"number:crisis.call", "988"},
                    {"fact:forced-labor", "27,600,000"},
                    {"hours", "24/7"}};

TEST(Placeholders, AreFilledInIsolation)
{
    EXPECT_EQ(fillPlaceholders("Call {number:hotline.call}.", values), "Call \u2066"
                                                                       "1-888\u2069.");
    EXPECT_EQ(fillPlaceholders("{number:crisis.call}{number:hotline.call}", values), "\u2066"
                                                                                     "988\u2069\u2066"
                                                                                     "1-888\u2069");
}

TEST(Placeholders, OtherTextStaysAsItIs)
{
    for (const char *text : {"", "Plain.", "{name}", "{ number:hotline.call }", "100 % {", "}{", "{number"})
        EXPECT_EQ(fillPlaceholders(text, values), text);
}

TEST(Placeholders, ASentenceWithoutItsNumberIsNone)
{
    for (const char *text :
         {"{number:}", "{number:gone.call}", "{number:hotline.call", "{number:hotline.call} {number:", "{fact:gone}"})
        EXPECT_EQ(fillPlaceholders(text, values), std::nullopt) << text;
}

TEST(Placeholders, MayBeFactsAndHoursToo)
{
    EXPECT_EQ(fillPlaceholders("{fact:forced-labor} people", values), "\u2066"
                                                                      "27,600,000\u2069 people");
    EXPECT_EQ(fillPlaceholders("Day and night, {hours}", values), "Day and night, \u2066"
                                                                  "24/7\u2069");
    EXPECT_EQ(fillPlaceholders("Send {code}, {hours}.", {{"code", "HELP"}}), "Send \u2066HELP\u2069, {hours}.");
}

TEST(Placeholders, AWordIsFilledAsItIs)
{
    EXPECT_EQ(fillWord("I speak {language}, {language}.", "{language}", "العربية"), "I speak العربية, العربية.");
}

TEST(Placeholders, AreFilledOnce)
{
    EXPECT_EQ(fillPlaceholders("{number:a}", {{"number:a", "{number:a}"}}), "\u2066{number:a}\u2069");
}

} // namespace
} // namespace porchlight::store
