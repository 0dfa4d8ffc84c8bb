// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/film.h"

#include <gtest/gtest.h>

namespace porchlight::content {

TEST(Cues, AreReadAsWritten)
{
    const auto cues = parseCues("0\t4000\ttitle\n4000\t9500\t0,12\n9500\t9600\t\n");
    ASSERT_TRUE(cues);
    const std::vector<Cue> wanted{{0, 4000, {Cue::title}}, {4000, 9500, {0, 12}}, {9500, 9600, {}}};
    EXPECT_EQ(*cues, wanted);
}

TEST(Cues, AnythingElseIsNoFilm)
{
    for (const char *text :
         {"", "\n", "0\n", "0\t\t1\n", "0\t10\tx\n", "0\t10\t1,\t\n", "-1\t10\t1\n", "5\t10\t1\n", "10\t10\t1\n",
          "0\t10\t-1\n", "0\t10\t1\n11\t20\t2\n", "0\t10\t1\n9\t20\t2\n", "0\t99999999999\t1\n", "# voice\n"})
        EXPECT_FALSE(parseCues(text)) << text;
}

} // namespace porchlight::content
