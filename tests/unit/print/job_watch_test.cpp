// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/job_watch.h"

#include <gtest/gtest.h>

namespace porchlight::print {
namespace {

using namespace std::chrono_literals;
using Job = Sighting::Job;

constexpr Sighting queued{Job::Waiting};
constexpr Sighting sending{Job::Waiting, true};
constexpr Sighting atPrinter{Job::AtPrinter, true};
constexpr Sighting empty{Job::AtPrinter, true, false, Hindrance::OutOfPaper};
constexpr Sighting open{Job::AtPrinter, true, false, Hindrance::CoverOpen};
constexpr Sighting jam{Job::AtPrinter, true, false, Hindrance::Jam};
constexpr Sighting hot{Job::AtPrinter, true, false, Hindrance::Other};
constexpr Sighting stopped{Job::Waiting, false, true};
constexpr Sighting silent{};

struct JobWatchTest : ::testing::Test {
    JobWatch watch{Patience{}, 0ms};
};

TEST_F(JobWatchTest, PrintsWithoutTrouble)
{
    EXPECT_EQ(watch.see(queued, 0s), PrintState::GettingReady);
    EXPECT_EQ(watch.see(sending, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(atPrinter, 2s), PrintState::Printing);
    EXPECT_EQ(watch.see({Job::Completed}, 3s), PrintState::Printed);
}

TEST_F(JobWatchTest, WaitsForPaperAndCover)
{
    EXPECT_EQ(watch.see(empty, 1s), PrintState::OutOfPaper);
    EXPECT_EQ(watch.see(open, 60s), PrintState::CoverOpen);
    EXPECT_EQ(watch.see(empty, 61s), PrintState::OutOfPaper);
    EXPECT_EQ(watch.see(atPrinter, 120s), PrintState::Printing);
    EXPECT_EQ(watch.see({Job::Completed}, 121s), PrintState::Printed);
}

TEST_F(JobWatchTest, APrinterThatIsNotThereIsNotPrinting)
{
    constexpr Sighting away{Job::AtPrinter, true, false, Hindrance::NotReachable};
    EXPECT_EQ(watch.see(away, 1s), PrintState::GettingReady);
    EXPECT_EQ(watch.see(away, 8s), PrintState::GettingReady);
    EXPECT_EQ(watch.see({Job::NotReached, false, false, Hindrance::None, true}, 8s), PrintState::NotReachable);
    EXPECT_EQ(watch.see(atPrinter, 9s), PrintState::Printing) << "one that comes back";
}

TEST_F(JobWatchTest, GivesUpWhenNobodyComes)
{
    EXPECT_EQ(watch.see(empty, 1s), PrintState::OutOfPaper);
    EXPECT_EQ(watch.see(empty, 90s), PrintState::OutOfPaper);
    EXPECT_EQ(watch.see(empty, 91s), PrintState::Failed);
}

TEST_F(JobWatchTest, HeatPassesOrEnds)
{
    EXPECT_EQ(watch.see(hot, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(hot, 60s), PrintState::Printing) << "longer than a printer that says nothing may take";
    EXPECT_EQ(watch.see(atPrinter, 61s), PrintState::Printing);
    EXPECT_EQ(watch.see(hot, 62s), PrintState::Printing);
    EXPECT_EQ(watch.see(hot, 151s), PrintState::Printing);
    EXPECT_EQ(watch.see(hot, 152s), PrintState::Failed);
}

TEST_F(JobWatchTest, ADocumentThatIsRefusedHasFailedWhateverTheJobSays)
{
    EXPECT_EQ(watch.see({Job::Waiting, false, false, Hindrance::None, true}, 1s), PrintState::Failed);
    EXPECT_EQ(watch.see({Job::NoAnswer, false, false, Hindrance::None, true}, 1s), PrintState::Failed);
    EXPECT_EQ(watch.see({Job::Completed, true, false, Hindrance::None, true}, 1s), PrintState::Printed);
}

TEST_F(JobWatchTest, ASchedulerThatComesBackInTimeGoesOn)
{
    EXPECT_EQ(watch.see(sending, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(silent, 5s), PrintState::Printing);
    EXPECT_EQ(watch.see(atPrinter, 10s), PrintState::Printing);
    EXPECT_EQ(watch.see(silent, 20s), PrintState::Printing);
    EXPECT_EQ(watch.see(silent, 31s), PrintState::Printing);
    EXPECT_EQ(watch.see(silent, 32s), PrintState::NotReachable);
}

TEST_F(JobWatchTest, WhatTheQueueRemembersIsNotBelievedBeforeThePrinterAnswers)
{
    const Sighting stale{Job::Waiting, true, false, Hindrance::OutOfPaper};
    EXPECT_EQ(watch.see(stale, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(stale, 13s), PrintState::NotReachable);
}

TEST_F(JobWatchTest, UnreachablePrinterOrScheduler)
{
    EXPECT_EQ(watch.see(sending, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(silent, 11s), PrintState::Printing);
    EXPECT_EQ(watch.see(sending, 12s), PrintState::NotReachable) << "silence does not start the wait anew";
}

TEST_F(JobWatchTest, PrinterThatVanishesInTheMiddle)
{
    EXPECT_EQ(watch.see(atPrinter, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(atPrinter, 30s), PrintState::Printing);
    EXPECT_EQ(watch.see(atPrinter, 31s), PrintState::NotReachable);
}

TEST_F(JobWatchTest, JamAndStoppedQueueEndSoon)
{
    EXPECT_EQ(watch.see(jam, 1s), PrintState::Printing);
    EXPECT_EQ(watch.see(jam, 3s), PrintState::Failed);
    JobWatch other{Patience{}, 0ms};
    EXPECT_EQ(other.see(stopped, 1s), PrintState::GettingReady);
    EXPECT_EQ(other.see(stopped, 3s), PrintState::NotReachable);
}

TEST_F(JobWatchTest, JobEndedByOthersHasFailed)
{
    EXPECT_EQ(watch.see({Job::Ended}, 1s), PrintState::Failed);
}

TEST(PrintState, FinalOnesAreKnown)
{
    for (const PrintState state : {PrintState::Printed, PrintState::NotReachable, PrintState::Failed,
                                   PrintState::Cancelled, PrintState::NoPrinter})
        EXPECT_TRUE(isFinal(state));
    for (const PrintState state :
         {PrintState::GettingReady, PrintState::Printing, PrintState::OutOfPaper, PrintState::CoverOpen})
        EXPECT_FALSE(isFinal(state));
}

} // namespace
} // namespace porchlight::print
