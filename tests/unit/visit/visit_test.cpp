// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/visit.h"

#include <gtest/gtest.h>

using namespace porchlight::visit;

namespace {

/// Everything a visitor can change, changed.
void useUp(Visit &visit)
{
    visit.chooseLanguage("ar");
    visit.openSensitive({Page::Topic, "pay"});
    visit.goOn();
    visit.setTextSize(4);
    visit.chooseLook(Look::Dark);
    visit.setReach(true);
    visit.setSpeechSpeed(7);
    visit.setSpeechVolume(1);
    visit.setSpeaksAloud(true);
    visit.slip().toggle("hotline.call");
    visit.slip().chooseDesign("plain");
    visit.slip().toggleCode();
    visit.idle().touched(std::chrono::seconds{1});
}

void expectFresh(const Visit &visit)
{
    EXPECT_TRUE(visit.isFresh());
    EXPECT_EQ(visit.here(), Place{});
    EXPECT_FALSE(visit.canGoBack());
    EXPECT_EQ(visit.language(), "en");
    EXPECT_EQ(visit.textSize(), Visit::defaultTextSize);
    EXPECT_EQ(visit.look(), Look::Light);
    EXPECT_FALSE(visit.reach());
    EXPECT_EQ(visit.speechSpeed(), Visit::defaultSpeechSpeed);
    EXPECT_EQ(visit.speechVolume(), Visit::defaultSpeechVolume);
    EXPECT_FALSE(visit.speaksAloud());
    EXPECT_TRUE(visit.slip().channelIds().empty());
    EXPECT_TRUE(visit.slip().designId().empty());
    EXPECT_FALSE(visit.slip().wantsCode());
}

} // namespace

TEST(Visit, nothingOfAVisitReachesTheNext)
{
    Visit visit("en");
    useUp(visit);
    EXPECT_FALSE(visit.isFresh());
    visit.end();
    expectFresh(visit);
    visit.openSensitive({Page::Topic, "pay"});
    EXPECT_EQ(visit.here().page, Page::About) << "Clear screen is explained to the next visitor too";
}

TEST(Visit, clearScreenCoversAndForgets)
{
    Visit visit("en");
    useUp(visit);
    visit.clear();
    EXPECT_TRUE(visit.covered());
    expectFresh(visit);
    visit.uncover();
    EXPECT_FALSE(visit.covered());
    expectFresh(visit);
}

TEST(Visit, theFirstLanguageLeadsToTheTilesLaterOnesKeepThePlace)
{
    Visit visit("en");
    visit.chooseLanguage("es");
    EXPECT_EQ(visit.here().page, Page::Home);
    visit.open({Page::Topic, "pay"});
    visit.open({Page::Languages, "switch"});
    visit.chooseLanguage("ar");
    EXPECT_EQ(visit.here(), (Place{Page::Topic, "pay"}));
    EXPECT_EQ(visit.language(), "ar");
}

TEST(Visit, aLanguageChosenOnAFixedCardLeadsToTheTiles)
{
    Visit visit("en");
    visit.open({Page::Card, "ar"});
    visit.chooseLanguage("en");
    EXPECT_EQ(visit.here().page, Page::Home);
}

TEST(Visit, clearScreenIsExplainedOnceBeforeTheFirstSensitivePage)
{
    Visit visit("en");
    visit.chooseLanguage("en");
    visit.openSensitive({Page::Topic, "a"});
    EXPECT_EQ(visit.here(), (Place{Page::About, "before"}));
    visit.goOn();
    EXPECT_EQ(visit.here(), (Place{Page::Topic, "a"}));
    visit.back();
    EXPECT_EQ(visit.here().page, Page::Home);
    visit.openSensitive({Page::Topic, "b"});
    EXPECT_EQ(visit.here(), (Place{Page::Topic, "b"}));
}

TEST(Visit, textSizeStaysWithinItsRange)
{
    Visit visit("en");
    visit.setTextSize(9);
    EXPECT_EQ(visit.textSize(), 4);
    visit.setTextSize(-1);
    EXPECT_EQ(visit.textSize(), 1);
}

TEST(Visit, speechStaysWithinItsSteps)
{
    Visit visit("en");
    visit.setSpeechSpeed(0);
    visit.setSpeechVolume(99);
    EXPECT_EQ(visit.speechSpeed(), 1);
    EXPECT_EQ(visit.speechVolume(), 7);
}

TEST(Visit, aNewDefaultLanguageIsWhatTheNextVisitBeginsWith)
{
    Visit visit("en");
    visit.setDefaultLanguage("es");
    EXPECT_EQ(visit.language(), "es");
    EXPECT_TRUE(visit.isFresh());
}

TEST(SlipChoice, keepsTheOrderOfChoosing)
{
    SlipChoice slip;
    slip.toggle("b");
    slip.toggle("a");
    slip.toggle("c");
    slip.toggle("a");
    EXPECT_EQ(slip.channelIds(), (std::vector<std::string>{"b", "c"}));
    EXPECT_TRUE(slip.holds("b"));
    EXPECT_FALSE(slip.holds("a"));
}
