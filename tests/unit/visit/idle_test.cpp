// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/idle.h"

#include <gtest/gtest.h>

using porchlight::visit::Idle;
using namespace std::chrono_literals;
using State = Idle::State;

TEST(Idle, patienceFollowsTheReadingTimeWithinItsBounds)
{
    EXPECT_EQ(Idle::patience(0), 45s);
    EXPECT_EQ(Idle::patience(50), 45s); // 30 s to read, 45 s with the half more
    EXPECT_EQ(Idle::patience(100), 90s);
    EXPECT_EQ(Idle::patience(1000), 120s);
}

TEST(Idle, anUntouchedFirstPageRestsForEver)
{
    Idle idle;
    EXPECT_EQ(idle.update(24h), State::Resting);
}

TEST(Idle, asksThenEndsWhenNobodyAnswers)
{
    Idle idle;
    idle.touched(0s);
    EXPECT_EQ(idle.update(44s), State::Active);
    EXPECT_EQ(idle.update(45s), State::Asking);
    EXPECT_EQ(idle.update(74s), State::Asking);
    EXPECT_EQ(idle.update(75s), State::Ended);
}

TEST(Idle, aTouchGivesTheWholeTimeAgain)
{
    Idle idle;
    idle.touched(0s);
    idle.touched(40s);
    EXPECT_EQ(idle.update(84s), State::Active);
    EXPECT_EQ(idle.update(85s), State::Asking);
}

TEST(Idle, aTouchBesideTheTwoButtonsDoesNotAnswerTheQuestion)
{
    Idle idle;
    idle.touched(0s);
    idle.update(45s);
    idle.touched(50s);
    EXPECT_EQ(idle.update(75s), State::Ended);
}

TEST(Idle, moreTimeBringsAnOrdinaryPageBackForItsWholeTimeAnyNumberOfTimes)
{
    Idle idle;
    idle.pageOpened(0s, 100, false);
    idle.touched(0s);
    std::chrono::milliseconds now = 0s;
    for (int again = 0; again < 12; ++again) {
        now += 90s;
        ASSERT_EQ(idle.update(now), State::Asking);
        idle.moreTime(now);
        ASSERT_EQ(idle.update(now + 89s), State::Active);
    }
}

TEST(Idle, aSensitivePageComesBackForTwentySecondsThenEnds)
{
    Idle idle;
    idle.pageOpened(0s, 100, true);
    idle.touched(0s);
    ASSERT_EQ(idle.update(90s), State::Asking);
    idle.moreTime(95s);
    idle.touched(100s); // does not lengthen it
    EXPECT_EQ(idle.update(114s), State::Active);
    EXPECT_EQ(idle.update(115s), State::Ended);
}

TEST(Idle, leavingTheSensitivePageLiftsItsShortStay)
{
    Idle idle;
    idle.pageOpened(0s, 0, true);
    idle.touched(0s);
    idle.update(45s);
    idle.moreTime(46s);
    idle.pageOpened(50s, 0, false);
    EXPECT_EQ(idle.update(94s), State::Active);
    EXPECT_EQ(idle.update(95s), State::Asking);
}

TEST(Idle, aLongSleepEndsTheVisit)
{
    Idle idle;
    idle.touched(0s);
    // The machine was asleep: the time to answer has gone by as well.
    EXPECT_EQ(idle.update(10min), State::Ended);
}

TEST(Idle, listeningTakesLongerThanReading)
{
    Idle idle;
    idle.setListening(0s, true);
    idle.touched(0s);
    EXPECT_EQ(idle.update(89s), State::Active);
    EXPECT_EQ(idle.update(90s), State::Asking);

    Idle much;
    much.setListening(0s, true);
    much.pageOpened(0s, 1000, false);
    much.touched(0s);
    EXPECT_EQ(much.update(239s), State::Active);
    EXPECT_EQ(much.update(240s), State::Asking);
    much.rest();
    much.touched(300s);
    EXPECT_EQ(much.update(389s), State::Active) << "the plug is still there after a visit";
    much.setListening(389s, false);
    EXPECT_EQ(much.update(434s), State::Asking);
}

TEST(Idle, whatIsHeardCountsAsASignOfLifeButBeginsNoVisit)
{
    Idle idle;
    idle.heard(0s);
    EXPECT_EQ(idle.update(24h), State::Resting);
    idle.touched(0s);
    idle.heard(40s);
    EXPECT_EQ(idle.update(84s), State::Active);
    EXPECT_EQ(idle.update(85s), State::Asking);
    idle.heard(86s);
    EXPECT_EQ(idle.update(115s), State::Ended) << "the question itself is heard, too";
}

TEST(Idle, aSensitivePageComesBackForAMinuteForOneWhoListens)
{
    Idle idle;
    idle.setListening(0s, true);
    idle.pageOpened(0s, 0, true);
    idle.touched(0s);
    ASSERT_EQ(idle.update(90s), State::Asking);
    idle.moreTime(100s);
    idle.heard(150s);
    EXPECT_EQ(idle.update(159s), State::Active);
    EXPECT_EQ(idle.update(160s), State::Ended) << "what is heard does not lengthen it";
}
