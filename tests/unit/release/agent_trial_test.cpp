// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/trial.h"

#include <gtest/gtest.h>

namespace porchlight::release {
namespace {

using namespace std::chrono_literals;
using KioskState = store::KioskReport::State;

class Trial : public testing::Test {
protected:
    Trial() { known.installed.release = "12-0123456789abcdef"; }

    Verdict look(KioskState state) { return look(store::KioskReport{state, known.installed.release, ""}); }
    Verdict look(const std::optional<store::KioskReport> &report) { return judge(known, report, now, 60s); }
    void pass(milliseconds time) { now.at += time; }
    void restart()
    {
        now.boot += "again";
        now.at = 20s;
    }

    KnownRelease known;
    Moment now{"boot", 1'000s};
};

TEST_F(Trial, ShownAtOnce)
{
    EXPECT_EQ(look(std::nullopt), Verdict::Nothing);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Remember);
    pass(5s);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Nothing);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Drawn);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Nothing);
    EXPECT_TRUE(known.drawn);
}

TEST_F(Trial, TriedForTooLong)
{
    (void)look(KioskState::Trying);
    pass(59'999ms);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Nothing);
    pass(1ms);
    EXPECT_EQ(look(KioskState::Trying), Verdict::GiveUp);
}

TEST_F(Trial, NobodyTriesItDuringAVisit)
{
    pass(24h);
    EXPECT_EQ(look(std::nullopt), Verdict::Nothing);
    EXPECT_EQ(look(store::KioskReport{KioskState::Drawn, "11-0123456789abcdef", ""}), Verdict::Nothing);
    EXPECT_EQ(look(store::KioskReport{KioskState::Failed, "built-in", "store-damaged"}), Verdict::Nothing);
    EXPECT_FALSE(known.drawn);
}

/// Somebody came between the trial and the first frame: they may stay.
TEST_F(Trial, WaitsForAVisitorToLeave)
{
    EXPECT_EQ(look(KioskState::Trying), Verdict::Remember);
    pass(1s);
    EXPECT_EQ(look(KioskState::Opened), Verdict::Remember);
    pass(24h);
    EXPECT_EQ(look(KioskState::Opened), Verdict::Nothing);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Remember) << "a trial of its own";
    pass(59s);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Nothing);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Drawn);
}

TEST_F(Trial, CannotBeOpened)
{
    EXPECT_EQ(look(KioskState::Failed), Verdict::GiveUp);
}

TEST_F(Trial, BringsTheMachineDownEachTime)
{
    for (int start = 0; start < mostTrialStarts; ++start) {
        EXPECT_EQ(look(KioskState::Trying), Verdict::Remember);
        pass(30s);
        EXPECT_EQ(look(KioskState::Trying), Verdict::Nothing);
        restart();
    }
    EXPECT_EQ(look(KioskState::Trying), Verdict::GiveUp);
}

TEST_F(Trial, RestartsAreForgivenOnceItIsShown)
{
    for (int day = 0; day < 10; ++day) {
        (void)look(KioskState::Trying);
        pass(2s);
        (void)look(KioskState::Drawn);
        EXPECT_EQ(known.trialStarts, 0);
        pass(10h);
        restart();
    }
    EXPECT_EQ(look(KioskState::Trying), Verdict::Remember);
}

TEST_F(Trial, WasShownAndCannotBeOpenedAnyMore)
{
    (void)look(KioskState::Drawn);
    EXPECT_EQ(look(KioskState::Failed), Verdict::Suspect);
    (void)look(KioskState::Drawn);
    (void)look(KioskState::Trying);
    pass(60s);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Suspect);
}

TEST_F(Trial, TimeIsCountedOnlyWhileItIsShown)
{
    (void)look(KioskState::Drawn);
    pass(5min);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Nothing); // each write wears the disk
    EXPECT_EQ(shownFor(known, now), 5min);
    pass(5min);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Remember);
    EXPECT_EQ(known.shown, 10min);
    pass(3min);
    EXPECT_EQ(look(std::nullopt), Verdict::Remember); // the kiosk's reports are gone
    EXPECT_EQ(shownFor(known, now), 10min);
    pass(1h);
    EXPECT_EQ(look(std::nullopt), Verdict::Nothing);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Remember);
    pass(10min);
    (void)look(KioskState::Drawn);
    EXPECT_EQ(known.shown, 20min);
}

TEST_F(Trial, TimeSwitchedOffIsNotCounted)
{
    (void)look(KioskState::Drawn);
    pass(20min);
    (void)look(KioskState::Drawn);
    restart();
    now.at = 100h; // later than before, in terms of another start
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Remember);
    EXPECT_EQ(known.shown, 20min);
}

TEST_F(Trial, WithoutTheKernelsIdOnlyFailureCounts)
{
    now.boot.clear();
    EXPECT_EQ(look(KioskState::Trying), Verdict::Nothing);
    pass(10h);
    EXPECT_EQ(look(KioskState::Trying), Verdict::Nothing);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Drawn);
    pass(10h);
    EXPECT_EQ(look(KioskState::Drawn), Verdict::Nothing);
    EXPECT_EQ(shownFor(known, now), 0ms);
}

} // namespace
} // namespace porchlight::release
