// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/text_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace porchlight::tests {

using namespace authoring;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Placeholders, AreFoundWithNameAndArgument)
{
    const auto found = placeholdersOf("Call {number:hotline.call} or {count} of %1");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].name, "number");
    EXPECT_EQ(found[0].argument, "hotline.call");
    EXPECT_EQ(found[1].whole, "{count}");
    EXPECT_EQ(found[2].whole, "%1");
    EXPECT_THAT(placeholdersOf("100 % sure, 5%"), IsEmpty());
}

TEST(Placeholders, OfBrokenBracesHaveNoName)
{
    for (const char *text : {"a { b", "a } b", "{", "}", "{{a}}"}) {
        const auto found = placeholdersOf(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_TRUE(found[0].name.empty()) << text;
    }
}

TEST(Numbers, AreRunsOfDigitsJoinedByHyphens)
{
    EXPECT_THAT(numbersOf("Call 1-888-373-7888 from 9 to 5, 24/7."),
                ElementsAre("1-888-373-7888", "24", "5", "7", "9"));
    EXPECT_THAT(numbersOf("{number:info2.call} {count9}"), IsEmpty());
    EXPECT_THAT(numbersOf("T-5, 5-"), ElementsAre("5", "5"));
    EXPECT_TRUE(hasOtherDigits("اتصل ٩١١"));
    EXPECT_FALSE(hasOtherDigits("اتصل 911"));
}

TEST(Denied, NumbersAreComparedByDigits)
{
    const Denied line{"1-866-373-7888", ""};
    for (const char *text : {"1-866-373-7888", "866 373 7888", "+1 (866) 373.7888", "call 8663737888 now",
                             "1‑866‑373‑7888", "٨٦٦-٣٧٣-٧٨٨٨"})
        EXPECT_TRUE(holdsDenied(text, line)) << text;
    for (const char *text : {"1-888-373-7888", "866 apples, 373 pears, 7888 plums", ""})
        EXPECT_FALSE(holdsDenied(text, line)) << text;
}

TEST(Denied, AShortCodeCountsOnlyAsANumberOfItsOwn)
{
    const Denied code{"64673", ""};
    EXPECT_TRUE(holdsDenied("Text HOPE to 64673.", code));
    EXPECT_TRUE(holdsDenied("64-673", code));
    EXPECT_FALSE(holdsDenied("1-800-656-4673", code));
}

TEST(Denied, NamesAreComparedWithoutCapitals)
{
    EXPECT_TRUE(holdsDenied("See StopIt.COM today", {"stopit.com", ""}));
    EXPECT_TRUE(holdsDenied("about 20.9 million people", {"20.9 million", ""}));
    EXPECT_FALSE(holdsDenied("20.9", {"20.9 million", ""}));
}

TEST(LanguageTags, HaveTheFormOfBcp47)
{
    for (const char *tag : {"en", "es", "zh-Hans", "pt-BR", "fil", "es-419", "zh-Hant-TW", "sl-rozaj"})
        EXPECT_TRUE(isLanguageTag(tag)) << tag;
    for (const char *tag : {"", "EN", "e", "english", "zh_Hans", "zh-hans-", "en us", "arabic!"})
        EXPECT_FALSE(isLanguageTag(tag)) << tag;
}

} // namespace porchlight::tests
