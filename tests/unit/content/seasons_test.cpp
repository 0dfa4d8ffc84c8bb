// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/seasons.h"

#include <gmock/gmock.h>

namespace porchlight::content {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

TEST(Seasons, WinterTurnsTheYear)
{
    EXPECT_THAT(welcomeLines(Date{2026y / 11 / 1}), ElementsAre(7, 1, 2, 3, 4));
    EXPECT_THAT(welcomeLines(Date{2026y / 12 / 31}), ElementsAre(7, 1, 2, 3, 4));
    EXPECT_THAT(welcomeLines(Date{2027y / 1 / 1}), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(welcomeLines(Date{2027y / 3 / 31}), ElementsAre(1, 2, 3, 4));
}

TEST(Seasons, SummerBringsJobsAndThenSchool)
{
    EXPECT_THAT(welcomeLines(Date{2026y / 5 / 1}), ElementsAre(5, 2, 3, 4));
    EXPECT_THAT(welcomeLines(Date{2026y / 8 / 15}), ElementsAre(6, 5, 2, 3, 4));
    EXPECT_THAT(welcomeLines(Date{2026y / 9 / 30}), ElementsAre(6, 2, 3, 4));
}

TEST(Seasons, BetweenThemThereAreTheLinesOfAllYear)
{
    for (const auto month : {4u, 10u})
        EXPECT_THAT(welcomeLines(Date{2026y / std::chrono::month{month} / 7}), ElementsAre(2, 3, 4));
}

} // namespace
} // namespace porchlight::content
