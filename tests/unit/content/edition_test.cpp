// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/edition.h"

#include <gtest/gtest.h>

namespace porchlight::content {
namespace {

TEST(Edition, FindsAContactById)
{
    Edition edition;
    edition.contacts.resize(2);
    edition.contacts[0].id = "hotline";
    edition.contacts[1].id = "services-211";
    ASSERT_NE(edition.findContact("services-211"), nullptr);
    EXPECT_EQ(edition.findContact("services-211"), &edition.contacts[1]);
    EXPECT_EQ(edition.findContact("services"), nullptr);
    EXPECT_EQ(edition.findContact(""), nullptr);
}

TEST(Edition, FindsATopicById)
{
    Edition edition;
    edition.topics["pay"].title = "Your pay";
    ASSERT_NE(edition.findTopic("pay"), nullptr);
    EXPECT_EQ(edition.findTopic("pay")->title, "Your pay");
    EXPECT_EQ(edition.findTopic("Pay"), nullptr);
}

TEST(Edition, BelowTheFloorOnlyTheFixedCardIsLive)
{
    Edition edition;
    Language language;
    language.level = TranslationLevel::L2;
    edition.release.mode = Mode::Live;
    EXPECT_TRUE(edition.fixedCardOnly(language));
    language.level = TranslationLevel::L3;
    EXPECT_FALSE(edition.fixedCardOnly(language));
}

TEST(Edition, TheSourceLanguageHasNoFloor)
{
    Edition edition;
    edition.release.mode = Mode::Live;
    Language english;
    english.source = true;
    EXPECT_FALSE(edition.fixedCardOnly(english));
}

TEST(Edition, ADemonstrationShowsDraftsWhole)
{
    EXPECT_FALSE(Edition{}.fixedCardOnly(Language{}));
}

TEST(Edition, ShowsLearnTopicsOnALiveKioskFromTheirFloorOn)
{
    Edition edition;
    edition.release.mode = Mode::Live;
    Language language;
    language.learnLevel = TranslationLevel::L1;
    EXPECT_FALSE(edition.showsLearn(language));
    language.learnLevel = TranslationLevel::L2;
    EXPECT_TRUE(edition.showsLearn(language));
    language.learnLevel = TranslationLevel::L0;
    language.source = true;
    EXPECT_TRUE(edition.showsLearn(language));
    edition.release.mode = Mode::Demonstration;
    EXPECT_TRUE(edition.showsLearn(Language{}));
}

} // namespace
} // namespace porchlight::content
