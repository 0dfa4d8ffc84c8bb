// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How texts are measured: sentences, words, syllables, misprints, widths.
#include "authoring/phone_numbers.h"
#include "authoring/readability.h"
#include "authoring/text_widths.h"
#include "authoring/unicode_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace porchlight::tests {

using namespace authoring;
using content::Domain;
using content::Language;

namespace {

Language language(const char *tag, const char *script, bool source = false)
{
    Language of;
    of.tag = tag;
    of.script = script;
    of.source = source;
    return of;
}

std::string scaleOf(const Language &of, const std::string &text)
{
    const auto reading = readingOf({text}, of, Domain::Help);
    return reading ? reading->scale : "";
}

std::string repeated(const std::string &text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST(Reading, CountsSyllables)
{
    for (const auto &[word, count] : {std::pair{"make", 1},
                                      {"free", 1},
                                      {"paper", 2},
                                      {"little", 2},
                                      {"asked", 1},
                                      {"wanted", 2},
                                      {"places", 2},
                                      {"interpreter", 4},
                                      {"the", 1},
                                      {"211", 1}})
        EXPECT_EQ(syllablesIn(word, "en"), count) << word;
    EXPECT_EQ(syllablesIn("trabajo", "es"), 3);
    EXPECT_EQ(syllablesIn("día", "es"), 2);
    EXPECT_EQ(syllablesIn("país", "es"), 2);
    EXPECT_EQ(syllablesIn("aide", "fr"), 1);
    EXPECT_EQ(syllablesIn("помощь", "ru"), 2);
}

TEST(Reading, FindsTheSentencesOfEachScript)
{
    EXPECT_EQ(sentencesOf("Call now. It is free! Is it?", "en").size(), 3U);
    EXPECT_EQ(sentencesOf("The U.S. pays 2.5 dollars", "en").size(), 1U);
    EXPECT_EQ(sentencesOf("你好。请坐。", "zh-Hans").size(), 2U);
    EXPECT_EQ(sentencesOf("هل تحتاج؟ اتصل.", "ar").size(), 2U);
    EXPECT_TRUE(sentencesOf("", "en").empty());
}

TEST(Reading, RatesEachLanguageByAScaleOfItsOwn)
{
    const std::string words = repeated("ba ", 40);
    EXPECT_EQ(scaleOf(language("en", "Latn", true), words), "Flesch-Kincaid grade");
    EXPECT_EQ(scaleOf(language("es", "Latn"), words), "Szigriszt-Pazos (INFLESZ)");
    EXPECT_EQ(scaleOf(language("vi", "Latn"), words), "LIX");
    EXPECT_EQ(scaleOf(language("ar", "Arab"), words), "proxy: words per sentence");
    EXPECT_EQ(scaleOf(language("zh-Hans", "Hans"), repeated("字", 60)), "proxy: characters per sentence");
    EXPECT_EQ(scaleOf(language("en", "Latn", true), "Too few words."), "");
}

TEST(Reading, CountsLettersWhereNoSpacesAreWritten)
{
    const SentenceLength length =
        sentenceLength("请拨打{number:info.call}。", language("zh-Hans", "Hans"), Domain::Help);
    EXPECT_EQ(length.length, 4);
    EXPECT_STREQ(length.unit, "characters");
    EXPECT_EQ(sentenceLength("a b c", language("en", "Latn", true), Domain::Learn).longest, 20);
    EXPECT_EQ(sentenceLength("a b c", language("es", "Latn"), Domain::Help).longest, 21);
}

TEST(Reading, ComparesWordsWithoutCapitalsAndForms)
{
    EXPECT_TRUE(holdsWord(folded("Human TRAFFICKING."), "trafficking"));
    EXPECT_FALSE(holdsWord("traffickings", "trafficking"));
    EXPECT_FALSE(holdsWord("any text", ""));
    EXPECT_EQ(folded("tra\u0301fico"), folded("TRÁFICO"));
}

TEST(PhoneNumbers, AreJudgedByTheNumberingPlan)
{
    EXPECT_EQ(judgeNumber("1-888-373-7888", NumberUse::Dialled).form, NumberForm::Good);
    EXPECT_EQ(judgeNumber("(888) 373-7888", NumberUse::Dialled).asWritten, "1-888-373-7888");
    EXPECT_EQ(judgeNumber("8883737888", NumberUse::Texted).form, NumberForm::Unusual);
    for (const char *code : {"911", "2-1-1", "988", "711", "233733", "88788"})
        EXPECT_EQ(judgeNumber(code, NumberUse::Texted).form, NumberForm::Good) << code;
    for (const char *wrong : {"", "1-888-373-788", "1-888-373-78888", "999", "12345", "44-20-7946-0000"})
        EXPECT_EQ(judgeNumber(wrong, NumberUse::Texted).form, NumberForm::Unknown) << wrong;
    for (const char *texted : {"233733", "573-555"})
        EXPECT_EQ(judgeNumber(texted, NumberUse::Dialled).form, NumberForm::Unknown) << texted;
}

TEST(PhoneNumbers, KnowTheSlipsOfAHand)
{
    for (const char *slip : {"8883737889", "888373788", "88837378888", "8883377888", "8838737888"})
        EXPECT_TRUE(isMisprint(slip, "8883737888")) << slip;
    for (const char *other : {"8883737888", "8663737888", "8883737", "", "8887373888x"})
        EXPECT_FALSE(isMisprint(other, "8883737888")) << other;
    EXPECT_TRUE(holdsMisprint("2118883737889", "8883737888"));
    EXPECT_FALSE(holdsMisprint("21157355501878", "8883737888"));
}

TEST(Widths, AreThoseOfTheDrawnText)
{
    const FontTable fonts = findFonts(defaultFontFolders(), {"Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC"});
    TextWidths widths(fonts);
    ASSERT_TRUE(widths.knows("Noto Sans CJK SC"));
    EXPECT_NEAR(widths.inLetters("What do you need today?", "Noto Sans"), 23, 2);
    EXPECT_NEAR(widths.inLetters("你好你好", "Noto Sans CJK SC"), 7.5, 1);
    EXPECT_LT(widths.inLetters("iiii", "Noto Sans"), widths.inLetters("mmmm", "Noto Sans"));
    // Latin letters inside are drawn by the base font, marks above add nothing.
    EXPECT_NEAR(widths.inLetters("HELP", "Noto Sans Arabic"), widths.inLetters("HELP", "Noto Sans"), 0.1);
    EXPECT_NEAR(widths.inLetters("e\u0301", "Noto Sans"), widths.inLetters("e", "Noto Sans"), 0.1);
}

TEST(WordBreaks, StandBetweenBurmeseWordsOnly)
{
    // "Someone makes you work." Two spaces of its own; a break may follow each word, none stands inside a syllable.
    const std::string burmese = "တစ်ယောက်ယောက်က သင့်ကို အလုပ်ခိုင်းတယ်။";
    const std::string broken = withWordBreaks(burmese, "my");
    EXPECT_NE(broken, burmese);
    EXPECT_NE(broken.find("အလုပ်\u200bခိုင်း"), std::string::npos) << broken;
    EXPECT_EQ(broken.find("ခို\u200bင်း"), std::string::npos) << broken;
    EXPECT_EQ(broken.find(" \u200b"), std::string::npos) << broken;
    for (const char *as : {"Work and pay", "العمل والأجر", "工作和工资", "ชีวิต", "{number:hotline.call}"})
        EXPECT_EQ(withWordBreaks(as, "my"), as);
}

} // namespace porchlight::tests
