// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"

#include <gtest/gtest.h>

using namespace porchlight::release;

TEST(ChangesInWords, SayNothingWhereNothingChanged)
{
    EXPECT_EQ(changesInWords({}), "");
}

TEST(ChangesInWords, HaveALineForEachLanguage)
{
    const std::vector<LanguageChanges> changes{{"en", {"topic:rent"}, {"line:hotline.call", "topic:pay"}, {}},
                                               {"tl", {"language:tl"}, {}, {}},
                                               {"xx", {}, {}, {"language:xx"}}};
    EXPECT_EQ(changesInWords(changes), "en: added topic:rent; changed line:hotline.call, topic:pay\n"
                                       "tl: added language:tl\n"
                                       "xx: removed language:xx");
}
