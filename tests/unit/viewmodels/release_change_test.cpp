// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

TEST(ReleaseChange, aNewReleaseIsTakenBetweenVisits)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    putRelease(rig.root() / "5", demonstration(5));
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.kiosk->edition()->release.sequence, 4);

    rig.pointCurrentAt("5");
    rig.kiosk->lookAtShelf();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 5; }));
}

TEST(ReleaseChange, aVisitKeepsTheReleaseItBeganWith)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    ASSERT_TRUE(rig.start());
    rig.view().touched();
    ASSERT_TRUE(rig.choose(u"en"_s));
    rig.pointCurrentAt("4");
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(rig.choose(u"ar"_s));
    EXPECT_EQ(rig.kiosk->edition()->release.sequence, 3);

    rig.view().startAgain();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 4; }));
}

TEST(ReleaseChange, aReleaseThatFinishesOpeningDuringAVisitWaitsForItsEnd)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    ASSERT_TRUE(rig.start());
    rig.pointCurrentAt("4");
    rig.kiosk->lookAtShelf();
    // A finger is faster than the disk.
    rig.view().touched();
    ASSERT_TRUE(rig.choose(u"ar"_s));
    EXPECT_EQ(rig.kiosk->edition()->release.sequence, 3);
    rig.view().clearScreen();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 4; }));
    EXPECT_TRUE(rig.view().covered()) << "the cover stays";
}

TEST(ReleaseChange, aLineThatExpiresOvernightIsGoneInTheMorning)
{
    store::ReleaseRows rows = demonstration(3);
    Rig rig(rows);
    ASSERT_TRUE(rig.start());
    EXPECT_NE(rig.kiosk->edition()->findContact("legal-aid"), nullptr);
    rig.clock.sleepUntil(store::localExpiry + std::chrono::days{1});
    rig.kiosk->lookAtShelf();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->findContact("legal-aid") == nullptr; }));
}

TEST(ReleaseChange, aDamagedReleaseLeavesTheBuiltInOneAndTellsStaff)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "bad", demonstration(9)); // with its fonts
    store::writeBytes(rig.root() / "bad" / "content.sqlite", "SQLite format 3 and then nothing");
    rig.pointCurrentAt("bad");
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.kiosk->edition()->release.sequence, 3);
    EXPECT_EQ(rig.kiosk->health(), Kiosk::Health::OnBuiltIn);
}

/// One page is not what was written: one that the first page does not need.
TEST(ReleaseChange, damageThatOpeningDoesNotSeeIsSeenSoonAfter)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    std::string bytes = store::bytesOf(rig.root() / "4" / "content.sqlite");
    bytes[bytes.find("You must be paid")] = 'I';
    store::writeBytes(rig.root() / "4" / "content.sqlite", bytes);
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 3; }));
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->health() == Kiosk::Health::OnBuiltIn; }));
}

TEST(ReleaseChange, aDamagedReleaseThatArrivesLaterIsTold)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.kiosk->health(), Kiosk::Health::Well);
    putRelease(rig.root() / "bad", demonstration(9)); // with its fonts
    store::writeBytes(rig.root() / "bad" / "content.sqlite", "no store at all");
    rig.pointCurrentAt("bad");
    rig.kiosk->lookAtShelf();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->health() == Kiosk::Health::OnBuiltIn; }));
    EXPECT_NE(rig.kiosk->edition(), nullptr);
}

/// porchlight-sync puts the list there, and the release a moment later: both count.
TEST(ReleaseChange, whatChangesWhileAReleaseIsBeingOpenedIsSeen)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    putRelease(rig.root() / "5", demonstration(5));
    ASSERT_TRUE(rig.start());
    rig.pointCurrentAt("4");
    rig.kiosk->lookAtShelf();
    rig.pointCurrentAt("5");
    rig.kiosk->lookAtShelf();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 5; }));
}

TEST(ReleaseChange, whatIsWithdrawnGoesWithoutARestartButNotDuringAVisit)
{
    Rig rig(demonstration(3));
    ASSERT_TRUE(rig.start());
    rig.view().touched();
    ASSERT_TRUE(rig.choose(u"ar"_s));
    store::writeBytes(rig.root() / "withdrawn", "number 18883737888\nchannel hotline.text\n");
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(rig.choose(u"en"_s));
    EXPECT_NE(rig.kiosk->edition()->findContact("hotline"), nullptr) << "it goes with the next visit";
    rig.view().startAgain();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->findContact("hotline") == nullptr; }));
    ASSERT_TRUE(rig.choose(u"ar"_s));
    EXPECT_EQ(rig.kiosk->edition()->findContact("hotline"), nullptr);
}

TEST(ReleaseChange, aListThatIsDamagedOrGoneShowsNothingMore)
{
    Rig rig(demonstration(3));
    store::writeBytes(rig.root() / "withdrawn", "channel legal-aid.call\n");
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.kiosk->edition()->findContact("legal-aid"), nullptr);
    const auto legalAidIsGoneWith = [&](const std::string &list, const std::string &topic) {
        store::writeBytes(rig.root() / "withdrawn", list);
        rig.kiosk->lookAtShelf();
        return waitFor([&] {
                   return rig.kiosk->edition()->extent == content::Extent::Whole &&
                          rig.kiosk->edition()->findTopic(topic) == nullptr;
               }) &&
               rig.kiosk->edition()->findContact("legal-aid") == nullptr;
    };
    EXPECT_TRUE(legalAidIsGoneWith("\xff\xfe\nrubbish\ntopic rest\nchan", "rest"))
        << "its lines that can be read count";
    std::filesystem::remove(rig.root() / "withdrawn");
    rig.kiosk->lookAtShelf();
    EXPECT_TRUE(legalAidIsGoneWith("topic count\n", "count")) << "what was known stays known";
    EXPECT_EQ(rig.kiosk->edition()->findTopic("rest"), nullptr);
    EXPECT_EQ(rig.kiosk->health(), Kiosk::Health::Well) << "the release is not to blame";
}

/// The clock of a kiosk may stand years behind: it is never believed to be earlier than a day that was signed.
TEST(ReleaseChange, aReleaseThatWasLeftHasTaughtItsDay)
{
    Rig rig(demonstration(3));
    store::ReleaseRows later = demonstration(4);
    later.info.newestDate = store::localExpiry + std::chrono::days{1};
    putRelease(rig.root() / "4", later);
    ASSERT_TRUE(rig.start());
    ASSERT_NE(rig.kiosk->edition()->findContact("legal-aid"), nullptr);
    rig.pointCurrentAt("4");
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 4; }));
    std::filesystem::remove(rig.root() / "current");
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 3; }));
    EXPECT_EQ(rig.kiosk->edition()->findContact("legal-aid"), nullptr);
}
