// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <QKeyEvent>

#include <gtest/gtest.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

QString word(const Rig &rig, const char *id)
{
    return rig.translator.translate("", id, "", -1);
}

} // namespace

TEST(Kiosk, showsTheFirstPageInTheDefaultLanguage)
{
    Rig rig(demonstration());
    EXPECT_EQ(rig.view().page(), u"none"_s);
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.view().page(), u"languages"_s);
    EXPECT_EQ(rig.view().language(), u"en"_s);
    EXPECT_EQ(rig.kiosk->health(), Kiosk::Health::Well);
    EXPECT_EQ(word(rig, "bar.home"), u"Home"_s);
}

TEST(Kiosk, aLanguageSwitchKeepsThePlaceAndTurnsTheLayout)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    EXPECT_EQ(rig.view().page(), u"home"_s);
    rig.view().open(u"topics"_s, u"work"_s);
    rig.view().open(u"languages"_s, u"switch"_s);
    ASSERT_TRUE(rig.choose(u"ar"_s));
    EXPECT_EQ(rig.view().page(), u"topics"_s);
    EXPECT_EQ(rig.view().key(), u"work"_s);
    EXPECT_TRUE(rig.view().rightToLeft());
    EXPECT_EQ(rig.view().fontFamily(), u"Noto Sans Arabic"_s);
    EXPECT_EQ(word(rig, "bar.home"), u"الرئيسية"_s);
}

TEST(Kiosk, aTapBeforeTheListsAreReadWaitsForThem)
{
    Rig rig(demonstration());
    bool ready = false;
    QObject::connect(rig.kiosk.get(), &Kiosk::ready, rig.kiosk.get(), [&] {
        ready = true;
        EXPECT_EQ(rig.kiosk->edition()->extent, content::Extent::FirstPage);
        EXPECT_EQ(word(rig, "bar.home"), u"Home"_s);
        rig.view().chooseLanguage(u"en"_s);
        EXPECT_EQ(rig.view().page(), u"languages"_s);
    });
    rig.kiosk->start();
    ASSERT_TRUE(waitFor([&] { return ready && rig.view().page() == u"home"_s; }));
    EXPECT_NE(rig.kiosk->edition()->findTile("work"), nullptr);
}

TEST(Kiosk, aLateLanguageOfAnEndedVisitIsDropped)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    // The kiosk was connected before: it has heard the answer when this has.
    bool answered = false;
    QObject::connect(rig.releases.get(), &Library::answered, rig.kiosk.get(), [&] { answered = true; });
    rig.view().chooseLanguage(u"ar"_s);
    rig.view().clearScreen();
    ASSERT_TRUE(waitFor([&] { return answered; }));
    EXPECT_EQ(rig.view().language(), u"en"_s);
    EXPECT_TRUE(rig.view().covered());
    EXPECT_EQ(word(rig, "bar.home"), u"Home"_s);
}

TEST(Kiosk, clearScreenLeavesNothingOfTheVisit)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"ar"_s));
    rig.view().setTextSize(4);
    rig.view().chooseLook(VisitView::Dark);
    rig.kiosk->slip().toggle(u"hotline.call"_s);
    rig.view().open(u"topic"_s, u"rest"_s);
    rig.view().clearScreen();
    EXPECT_TRUE(rig.view().covered());
    EXPECT_EQ(rig.view().page(), u"languages"_s);
    EXPECT_EQ(rig.view().language(), u"en"_s);
    EXPECT_EQ(rig.view().textSize(), 2);
    EXPECT_EQ(rig.view().look(), VisitView::Light);
    EXPECT_FALSE(rig.view().canGoBack());
    EXPECT_EQ(rig.kiosk->slip().preview(), QString());
    EXPECT_TRUE(rig.visit.slip().channelIds().empty());
}

TEST(Kiosk, theCoverGivesWayToTheFirstPageWhenNobodyComes)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.view().clearScreen();
    rig.clock.advance(visit::Idle::shortest);
    rig.view().timePassed();
    EXPECT_FALSE(rig.view().covered());
    EXPECT_FALSE(rig.view().asking());
    EXPECT_TRUE(rig.visit.isFresh());
}

TEST(Kiosk, nobodyThereIsAskedThenTheVisitEnds)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    rig.view().touched();
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.clock.advance(visit::Idle::shortest);
    rig.view().timePassed();
    EXPECT_TRUE(rig.view().asking());
    rig.view().moreTime();
    EXPECT_FALSE(rig.view().asking());
    EXPECT_EQ(rig.view().page(), u"home"_s);
    rig.clock.advance(visit::Idle::shortest + visit::Idle::toAnswer);
    rig.view().timePassed();
    EXPECT_FALSE(rig.view().asking());
    EXPECT_TRUE(rig.visit.isFresh());
}

TEST(Kiosk, everyFingerAndKeyOnTheWindowIsASignOfLife)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    QObject window;
    window.installEventFilter(&rig.view());
    const auto isAlive = [&](QEvent event) {
        rig.visit.idle().rest();
        QCoreApplication::sendEvent(&window, &event);
        return rig.visit.idle().state() == visit::Idle::State::Active;
    };
    EXPECT_TRUE(isAlive(QEvent(QEvent::MouseButtonPress)));
    EXPECT_TRUE(isAlive(QEvent(QEvent::TouchBegin)));
    EXPECT_FALSE(isAlive(QEvent(QEvent::MouseMove)));
    QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &tab);
    EXPECT_EQ(rig.visit.idle().state(), visit::Idle::State::Active);
}

TEST(Kiosk, aNumberTakenOffTheSlipStaysOffWhenThePageIsLeftAndFoundAgain)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.view().open(u"slip"_s, u"hotline.call"_s);
    EXPECT_TRUE(rig.visit.slip().holds("hotline.call"));
    rig.kiosk->slip().toggle(u"hotline.call"_s);
    rig.view().open(u"display"_s);
    rig.view().back();
    EXPECT_EQ(rig.view().page(), u"slip"_s);
    EXPECT_FALSE(rig.visit.slip().holds("hotline.call"));
}

TEST(Kiosk, theNumberThatLedToTheSlipStandsAtItsTopAndOnlyInThisVisit)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    const auto top = [&] { return rig.kiosk->slip().lines()->rows().front().key; };
    const QString usual = top();
    const QString last = rig.kiosk->slip().lines()->rows().back().key;
    ASSERT_NE(usual, last);
    rig.view().open(u"slip"_s, last);
    EXPECT_EQ(top(), last);
    rig.view().startAgain();
    EXPECT_EQ(top(), usual);
}

TEST(Kiosk, aListOfOneLeadsToWhatItHolds)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->edition()->extent == content::Extent::Whole; }));
    int lists = 0;
    int detours = 0;
    for (const content::Tile &tile : rig.kiosk->edition()->tiles) {
        if (tile.opens != content::Tile::Opens::Topics || !tile.parent.empty())
            continue;
        rig.view().home();
        rig.view().open(u"topics"_s, QString::fromStdString(tile.id));
        if (rig.view().page() == u"about"_s)
            rig.view().goOn();
        const auto &tiles = rig.kiosk->edition()->tiles;
        const bool grouped =
            std::any_of(tiles.begin(), tiles.end(), [&](const auto &one) { return one.parent == tile.id; });
        const bool single = tile.topicIds.size() == 1 && !grouped;
        EXPECT_EQ(rig.view().page(), single ? u"topic"_s : u"topics"_s) << tile.id;
        ++(single ? detours : lists);
    }
    EXPECT_GT(lists + detours, 1);
}

TEST(Kiosk, theLanguageChosenLastWins)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    bool answered = false;
    QObject::connect(rig.releases.get(), &Library::answered, rig.kiosk.get(), [&] { answered = true; });
    rig.view().chooseLanguage(u"ar"_s);
    rig.view().chooseLanguage(u"en"_s);
    ASSERT_TRUE(waitFor([&] { return answered; }));
    EXPECT_EQ(rig.view().language(), u"en"_s);
}

TEST(Kiosk, clearScreenIsExplainedBeforeTheFirstSensitiveTopic)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.view().open(u"topic"_s, u"pay"_s);
    EXPECT_EQ(rig.view().page(), u"about"_s);
    EXPECT_EQ(rig.view().key(), u"before"_s);
    rig.view().goOn();
    EXPECT_EQ(rig.view().page(), u"topic"_s);
    EXPECT_TRUE(rig.view().sensitive());
}

TEST(Kiosk, aShowCardIsSensitive)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"ar"_s));
    rig.view().open(u"topic"_s, u"count"_s);
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->edition()->findShowCard("phone") != nullptr; }));
    rig.view().open(u"show-card"_s, u"phone"_s);
    EXPECT_EQ(rig.view().page(), u"about"_s);
    EXPECT_EQ(rig.view().key(), u"before"_s);
    rig.view().goOn();
    EXPECT_EQ(rig.view().page(), u"show-card"_s);
    EXPECT_TRUE(rig.view().sensitive());
}

TEST(Kiosk, learnTopicsAndTheirListsSayWhatTheirOwnTranslationIsWorth)
{
    store::ReleaseRows rows = store::smallRelease();
    rows.languages[1].level = content::helpPathFloor;
    rows.languages[1].learnLevel = content::learnFloor;
    Rig rig(rows);
    ASSERT_TRUE(rig.start());
    int told = 0;
    QObject::connect(&rig.view(), &VisitView::draftChanged, &rig.view(), [&told] { ++told; });
    ASSERT_TRUE(rig.choose(u"ar"_s));
    EXPECT_FALSE(rig.view().draft());
    const int before = told;
    rig.view().open(u"topics"_s, u"papers"_s);
    EXPECT_TRUE(rig.view().draft());
    EXPECT_GT(told, before);
    rig.view().open(u"topic"_s, u"lawyer"_s);
    EXPECT_TRUE(rig.view().draft());
    rig.view().home();
    rig.view().open(u"topics"_s, u"work"_s);
    EXPECT_FALSE(rig.view().draft());
    rig.view().open(u"topic"_s, u"rest"_s);
    EXPECT_FALSE(rig.view().draft());
    rig.view().open(u"languages"_s, u"switch"_s);
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.view().open(u"topic"_s, u"lawyer"_s);
    EXPECT_FALSE(rig.view().draft()) << "English is what the others are translated from";
}

TEST(Kiosk, aLiveKioskOffersOnlyTheFixedCardForALanguageBelowTheFloor)
{
    Rig rig(store::smallRelease());
    ASSERT_TRUE(rig.start());
    EXPECT_FALSE(rig.view().demonstration());
    rig.view().chooseLanguage(u"ar"_s);
    EXPECT_EQ(rig.view().page(), u"card"_s);
    EXPECT_EQ(rig.view().language(), u"en"_s);
    const auto *card = rig.kiosk->shellProperties().value(u"card"_s).value<CardPage *>();
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->ownName(), u"العربية"_s);
    EXPECT_EQ(card->sentence(), u"Arabic, please. I need an interpreter."_s);
    EXPECT_EQ(card->numbers(), QStringList{u"1-888-373-7888"_s});
}

TEST(Kiosk, aLanguageTheReleaseLacksLeavesTheVisitAsItIs)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    bool answered = false;
    QObject::connect(rig.releases.get(), &Library::answered, rig.kiosk.get(), [&] { answered = true; });
    rig.view().chooseLanguage(u"tlh"_s);
    ASSERT_TRUE(waitFor([&] { return answered; }));
    EXPECT_EQ(rig.view().language(), u"en"_s);
    EXPECT_EQ(rig.view().page(), u"languages"_s);
}
