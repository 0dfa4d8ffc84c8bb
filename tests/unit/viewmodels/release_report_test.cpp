// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What porchlight-sync is told of a release, and that a visit changes nothing in it.
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;
using Report = store::KioskReport;

namespace {

class ReleaseReport : public testing::Test {
protected:
    void SetUp() override
    {
        for (const int sequence : {4, 5})
            putRelease(rig.root() / std::to_string(sequence), demonstration(sequence));
    }

    /// Each frame that a window would draw by now is drawn.
    bool told(const Report &report)
    {
        return waitFor([&] {
            rig.kiosk->frameShown();
            return store::readKioskReport(rig.run()) == report;
        });
    }
    /// The file as it lies there: also a report that says the same again would change it.
    [[nodiscard]] std::string file() const
    {
        struct stat status {};
        if (stat((rig.run() / "kiosk/release").c_str(), &status) != 0)
            return "none";
        return std::to_string(status.st_ino) + " " + std::to_string(status.st_mtim.tv_nsec);
    }
    /// Everything that was asked of the library has been done.
    bool settle()
    {
        bool answered = false;
        const auto connection =
            QObject::connect(rig.releases.get(), &Library::answered, rig.kiosk.get(), [&answered] { answered = true; });
        rig.releases->read("none");
        const bool done = waitFor([&] { return answered; });
        QObject::disconnect(connection);
        return done;
    }
    void changeTo(const std::string &release)
    {
        rig.pointCurrentAt(release);
        rig.kiosk->lookAtShelf();
    }
    void damageLate(const std::string &release)
    {
        std::string bytes = store::bytesOf(rig.root() / release / "content.sqlite");
        bytes[bytes.find("You must be paid")] = 'I';
        store::writeBytes(rig.root() / release / "content.sqlite", bytes);
    }
    void beginVisit()
    {
        rig.view().touched();
        ASSERT_TRUE(rig.choose(u"ar"_s));
    }

    Rig rig{demonstration(3)};
};

TEST_F(ReleaseReport, TheStartIsATrialAndTheFirstFrameItsEnd)
{
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(settle());
    EXPECT_EQ(store::readKioskReport(rig.run()), (Report{Report::State::Trying, "4", {}})) << "no frame has come yet";
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
}

TEST_F(ReleaseReport, WithoutAReleaseTheBuiltInOneIsToldOf)
{
    ASSERT_TRUE(rig.start());
    EXPECT_TRUE(told({Report::State::Drawn, "built-in", {}}));
}

TEST_F(ReleaseReport, ANewReleaseIsTriedAndThenDrawn)
{
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(told({Report::State::Drawn, "built-in", {}}));
    changeTo("4");
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 4; }));
    ASSERT_TRUE(settle());
    EXPECT_EQ(store::readKioskReport(rig.run()), (Report{Report::State::Trying, "4", {}}));
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
}

TEST_F(ReleaseReport, OneThatCannotBeOpenedIsToldWithItsCodeAndStaysSo)
{
    const struct {
        const char *name, *code;
        std::function<void(const std::filesystem::path &)> harm;
    } kinds[] = {
        {"garbage", "store-not-ours", [](const auto &r) { store::writeBytes(r / "content.sqlite", "no store"); }},
        {"cut", "store-damaged",
         [](const auto &r) {
             std::filesystem::resize_file(r / "content.sqlite", file_size(r / "content.sqlite") / 2);
         }},
        {"empty", "store-missing", [](const auto &r) { std::filesystem::remove(r / "content.sqlite"); }},
        {"no-fonts", "fonts-missing", [](const auto &r) { std::filesystem::remove_all(r / "fonts"); }},
        {"no-font", "fonts-missing", [](const auto &r) { std::filesystem::remove(r / "fonts/none.ttf"); }},
        {"cut-font", "fonts-damaged", [](const auto &r) { std::filesystem::resize_file(r / "fonts/none.ttf", 20); }},
        {"cut-table", "fonts-damaged",
         [](const auto &r) {
             std::string font = emptyFont();
             font.back() = 1; // its table ends after its end
             store::writeBytes(r / "fonts/none.ttf", font);
         }},
        {"no-folder", "store-missing", [](const auto &r) { std::filesystem::remove_all(r); }},
    };
    ASSERT_TRUE(rig.start());
    for (const auto &kind : kinds) {
        putRelease(rig.root() / kind.name, demonstration(6));
        kind.harm(rig.root() / kind.name);
        changeTo(kind.name);
        EXPECT_TRUE(told({Report::State::Failed, kind.name, kind.code})) << kind.name;
        EXPECT_EQ(rig.kiosk->edition()->release.sequence, 3) << kind.name;
        EXPECT_EQ(rig.kiosk->health(), Kiosk::Health::OnBuiltIn);
        // The built-in one is drawn meanwhile: no word of that.
        const std::string before = file();
        rig.kiosk->frameShown();
        ASSERT_TRUE(settle());
        EXPECT_EQ(file(), before) << kind.name;
    }
    changeTo("4");
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
}

TEST_F(ReleaseReport, DamageThatIsSeenLaterIsTold)
{
    damageLate("4");
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    EXPECT_TRUE(told({Report::State::Failed, "4", "store-damaged"}));
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 3; }));
}

TEST_F(ReleaseReport, ADayLaterTheSameReleaseIsNotToldAgain)
{
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(told({Report::State::Drawn, "4", {}}));
    const std::string before = file();
    rig.clock.sleepUntil(store::localExpiry + std::chrono::days{1});
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->edition()->findContact("legal-aid") == nullptr; }));
    rig.kiosk->frameShown();
    ASSERT_TRUE(settle());
    EXPECT_EQ(file(), before);
    store::writeBytes(rig.root() / "withdrawn", "topic rest\n");
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(waitFor([&] {
        return rig.kiosk->edition()->extent == content::Extent::Whole && !rig.kiosk->edition()->findTopic("rest");
    }));
    rig.kiosk->frameShown();
    ASSERT_TRUE(settle());
    EXPECT_EQ(file(), before) << "nor with a new list";
}

TEST_F(ReleaseReport, NothingIsToldDuringAVisit)
{
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(told({Report::State::Drawn, "built-in", {}}));
    const std::string before = file();
    beginVisit();
    changeTo("4");
    ASSERT_TRUE(settle());
    rig.kiosk->frameShown();
    ASSERT_TRUE(settle());
    EXPECT_EQ(file(), before);
    rig.view().startAgain();
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
}

TEST_F(ReleaseReport, DamageThatIsFoundDuringAVisitIsToldAfterIt)
{
    rig.pointCurrentAt("4");
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(told({Report::State::Drawn, "4", {}}));
    const std::string before = file();
    beginVisit();
    damageLate("4");
    // The sweep of a large store may take until then; here it is told by hand.
    Q_EMIT rig.releases->foundDamaged();
    ASSERT_TRUE(waitFor([&] { return rig.kiosk->health() == Kiosk::Health::Well; }));
    ASSERT_TRUE(settle());
    rig.kiosk->frameShown();
    ASSERT_TRUE(settle());
    EXPECT_EQ(file(), before);
    rig.view().startAgain();
    EXPECT_TRUE(told({Report::State::Failed, "4", "store-damaged"}));
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->edition()->release.sequence == 3; }));
}

/// Else porchlight-sync would give up a good release, because somebody came while it was being opened and stayed.
TEST_F(ReleaseReport, AFingerThatIsFasterThanTheDiskEndsTheTrial)
{
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(told({Report::State::Drawn, "built-in", {}}));
    changeTo("4");
    rig.view().touched();
    ASSERT_TRUE(rig.choose(u"ar"_s));
    EXPECT_EQ(rig.kiosk->edition()->release.sequence, 3);
    EXPECT_TRUE(told({Report::State::Opened, "4", {}}));
    rig.view().clearScreen();
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
    EXPECT_TRUE(rig.view().covered());
}

/// It stands for longer than a trial lasts, and the release could not be taken meanwhile.
TEST_F(ReleaseReport, NothingIsTriedWhileTheCoverStands)
{
    ASSERT_TRUE(rig.start());
    ASSERT_TRUE(told({Report::State::Drawn, "built-in", {}}));
    beginVisit();
    changeTo("4");
    rig.view().clearScreen();
    rig.kiosk->lookAtShelf();
    ASSERT_TRUE(settle());
    EXPECT_EQ(store::readKioskReport(rig.run()), (Report{Report::State::Drawn, "built-in", {}}));
    rig.view().startAgain();
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
}

TEST_F(ReleaseReport, AFrameOfTheOldReleaseIsNoneOfTheNew)
{
    ASSERT_TRUE(rig.start()); // taken, not drawn
    changeTo("4");
    rig.kiosk->frameShown();
    ASSERT_TRUE(settle());
    EXPECT_NE(store::readKioskReport(rig.run())->state, Report::State::Drawn);
    EXPECT_TRUE(told({Report::State::Drawn, "4", {}}));
}

TEST_F(ReleaseReport, WithoutTheFolderNothingIsWritten)
{
    std::filesystem::remove_all(rig.run());
    ASSERT_TRUE(rig.start());
    rig.kiosk->frameShown();
    ASSERT_TRUE(settle());
    EXPECT_FALSE(std::filesystem::exists(rig.run()));
}

} // namespace
