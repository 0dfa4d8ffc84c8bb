// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

void pointCurrentAt(const Rig &rig, const char *release)
{
    const std::filesystem::path link = rig.root() / "current";
    std::filesystem::remove(rig.root() / "current.new");
    std::filesystem::create_directory_symlink(release, rig.root() / "current.new");
    std::filesystem::rename(rig.root() / "current.new", link);
}

} // namespace

TEST(ReleaseChange, aNewReleaseIsTakenBetweenVisits)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    putRelease(rig.root() / "5", demonstration(5));
    pointCurrentAt(rig, "4");
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.kiosk->edition()->release.sequence, 4);

    pointCurrentAt(rig, "5");
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
    pointCurrentAt(rig, "4");
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
    pointCurrentAt(rig, "4");
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
    std::filesystem::create_directories(rig.root() / "bad");
    store::writeBytes(rig.root() / "bad" / "content.sqlite", "SQLite format 3 and then nothing");
    pointCurrentAt(rig, "bad");
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
    pointCurrentAt(rig, "4");
    ASSERT_TRUE(rig.start());
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 3; }));
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->health() == Kiosk::Health::OnBuiltIn; }));
}

TEST(ReleaseChange, aDamagedReleaseThatArrivesLaterIsTold)
{
    Rig rig(demonstration(3));
    putRelease(rig.root() / "4", demonstration(4));
    pointCurrentAt(rig, "4");
    ASSERT_TRUE(rig.start());
    EXPECT_EQ(rig.kiosk->health(), Kiosk::Health::Well);
    std::filesystem::create_directories(rig.root() / "bad");
    store::writeBytes(rig.root() / "bad" / "content.sqlite", "no store at all");
    pointCurrentAt(rig, "bad");
    rig.kiosk->lookAtShelf();
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->health() == Kiosk::Health::OnBuiltIn; }));
    EXPECT_NE(rig.kiosk->edition(), nullptr);
}
