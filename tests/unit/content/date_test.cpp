// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/date.h"

#include <gtest/gtest.h>

namespace porchlight::content {
namespace {

using namespace std::chrono_literals;

TEST(Date, ReadsADay)
{
    EXPECT_EQ(parseDate("2026-11-22"), Date{2026y / 11 / 22});
    EXPECT_EQ(parseDate("2028-02-29"), Date{2028y / 2 / 29});
    EXPECT_EQ(parseDate("0001-01-01"), Date{1y / 1 / 1});
}

TEST(Date, WritesWhatItReads)
{
    for (const char *text : {"2026-11-22", "2026-01-01", "1999-12-31", "0987-06-05"})
        EXPECT_EQ(formatDate(parseDate(text).value()), text);
}

TEST(Date, RefusesEverythingElse)
{
    for (const char *text : {"", "2026", "2026-11", "2026-11-2", "2026-11-222", "2026-02-29", "2026-13-01",
                             "2026-00-10", "2026-10-00", "2026-04-31", "2026/11/22", "22-11-2026", "2026-11-22 ",
                             " 026-11-22", "2026-1a-22", "-026-11-22", "2026-+1-22", "２０２６-1"})
        EXPECT_EQ(parseDate(text), std::nullopt) << text;
}

} // namespace
} // namespace porchlight::content
