// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

// A language may lack what another has: nobody may stand before an empty page because of it.

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

TopicPage *topicPageOf(const Rig &rig)
{
    return rig.kiosk->shellProperties().value(u"topicPage"_s).value<TopicPage *>();
}

/// Live, with Arabic good enough for the help path and not for learn topics.
store::ReleaseRows helpPathOnly()
{
    store::ReleaseRows rows = store::smallRelease();
    rows.languages[1].level = content::helpPathFloor;
    return rows;
}

/// The language, and all of it.
bool chooseWhole(Rig &rig, const QString &tag)
{
    return rig.choose(tag) && waitFor([&] { return rig.kiosk->edition()->extent == content::Extent::Whole; });
}

bool begin(Rig &rig, const QString &tag)
{
    return rig.start() && chooseWhole(rig, tag);
}

bool switchTo(Rig &rig, const QString &tag)
{
    rig.view().open(u"languages"_s, u"switch"_s);
    return chooseWhole(rig, tag);
}

} // namespace

TEST(MissingPlace, aShowCardThatTheLanguageLacksLeadsBackToItsTopic)
{
    Rig rig(demonstration());
    ASSERT_TRUE(begin(rig, u"ar"_s));
    rig.view().open(u"topics"_s, u"more"_s);
    rig.view().open(u"topic"_s, u"count"_s);
    rig.view().open(u"show-card"_s, u"phone"_s);
    rig.view().goOn(); // from the explanation of Clear screen, where it comes first
    ASSERT_TRUE(switchTo(rig, u"en"_s));
    EXPECT_EQ(rig.view().page(), u"topic"_s);
    EXPECT_EQ(rig.view().key(), u"count"_s);
    EXPECT_EQ(topicPageOf(rig)->title(), u"Learn more"_s);
}

TEST(MissingPlace, aShowCardThatTheLanguageHasStays)
{
    Rig rig(demonstration());
    ASSERT_TRUE(begin(rig, u"ar"_s));
    rig.view().open(u"topic"_s, u"count"_s);
    rig.view().open(u"show-card"_s, u"phone"_s);
    rig.view().goOn(); // from the explanation of Clear screen, where it comes first
    const auto *card = rig.kiosk->shellProperties().value(u"showCard"_s).value<ShowCardPage *>();
    QStringList seen;
    QObject::connect(card, &ShowCardPage::changed, card, [&] { seen.append(card->text()); });
    ASSERT_TRUE(switchTo(rig, u"es"_s));
    EXPECT_EQ(rig.view().page(), u"show-card"_s);
    EXPECT_EQ(card->text(), u"May I use a phone? I speak Spanish."_s);
    EXPECT_FALSE(seen.contains(QString())) << "never empty, not even while the rest is read";
}

TEST(MissingPlace, aLearnTopicBelowItsFloorLeadsBackPastItsEmptyList)
{
    Rig rig(helpPathOnly());
    ASSERT_TRUE(begin(rig, u"en"_s));
    rig.view().open(u"topics"_s, u"papers"_s);
    rig.view().open(u"topic"_s, u"lawyer"_s);
    ASSERT_TRUE(switchTo(rig, u"ar"_s));
    EXPECT_EQ(rig.view().page(), u"home"_s);
}

TEST(MissingPlace, aListThatVanishedLeadsToTheListItStoodIn)
{
    Rig rig(helpPathOnly());
    ASSERT_TRUE(begin(rig, u"en"_s));
    rig.view().open(u"topics"_s, u"work"_s);
    rig.view().open(u"topics"_s, u"more"_s);
    ASSERT_TRUE(switchTo(rig, u"ar"_s));
    EXPECT_EQ(rig.view().page(), u"topics"_s);
    EXPECT_EQ(rig.view().key(), u"work"_s);
    EXPECT_EQ(topicPageOf(rig)->tileTitle(), u"العمل والأجر"_s);
}

TEST(MissingPlace, aContactThatIsNotThereIsNotOpened)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.view().open(u"contact"_s, u"old"_s);
    EXPECT_EQ(rig.view().page(), u"home"_s);
}

TEST(MissingPlace, aTileThatIsNotThereHasNoTitle)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    TopicPage page;
    page.showTile(*rig.kiosk->edition(), "work");
    EXPECT_FALSE(page.tileTitle().isEmpty());
    page.showTile(*rig.kiosk->edition(), "nowhere");
    EXPECT_EQ(page.tileTitle(), QString());
}
