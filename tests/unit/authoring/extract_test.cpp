// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site_copy.h"

#include "authoring/po_file.h"
#include "authoring/stats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace porchlight::tests {

namespace fs = std::filesystem;
using testing::HasSubstr;

namespace {

std::string textOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST(Extract, WritesEachTextOnceWithNoteAndPlace)
{
    const SiteCopy site;
    const fs::path pot = site.root() / "texts.pot";
    ASSERT_TRUE(authoring::extract(site.content(), pot).ok());
    const std::string text = textOf(pot);
    EXPECT_THAT(text,
                HasSubstr("#. Button. Goes to the second screen.\n#. At most 14 characters.\n#: interface.yaml:3\n"
                          "msgctxt \"bar.home\"\nmsgid \"Home\"\nmsgstr \"\"\n"));
    EXPECT_THAT(text, HasSubstr("#: topics/pay.md:24\nmsgctxt \"topic:pay\"\nmsgid \"Write down each work day.\"\n"));
    const authoring::PoFile po = authoring::readPo(pot.string(), text);
    EXPECT_TRUE(po.complaints.empty());
    EXPECT_EQ(po.entries.size(), 83U);
    for (const authoring::PoEntry &entry : po.entries)
        EXPECT_GT(entry.line, 0) << entry.id;
}

TEST(Extract, GivesTheSameBytesAgainAndNeedsNoTranslation)
{
    const SiteCopy site;
    ASSERT_TRUE(authoring::extract(site.content(), site.root() / "a.pot").ok());
    site.write("translations/es.po", "broken");
    ASSERT_TRUE(authoring::extract(site.content(), site.root() / "b.pot").ok());
    EXPECT_EQ(textOf(site.root() / "a.pot"), textOf(site.root() / "b.pot"));
}

TEST(Extract, TellsWhereItCannotWrite)
{
    const SiteCopy site;
    const authoring::Report report = authoring::extract(site.content(), site.root() / "no/such/folder.pot");
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.faults[0].code, "output-not-written");
}

TEST(Stats, CountWhatIsTranslated)
{
    const SiteCopy site;
    authoring::Stats stats;
    ASSERT_TRUE(authoring::stats(site.content(), stats).ok());
    ASSERT_EQ(stats.languages.size(), 3U);
    EXPECT_TRUE(stats.languages[0].source);
    EXPECT_EQ(stats.languages[1].tag, "es");
    EXPECT_EQ(stats.languages[1].coverage(), 100);
    EXPECT_EQ(stats.languages[1].level, content::TranslationLevel::L3);
    EXPECT_EQ(stats.languages[2].translated, 33);
    EXPECT_EQ(stats.languages[2].fuzzy, 1);
    EXPECT_EQ(stats.languages[2].coverage(), 39);
    EXPECT_THAT(
        authoring::statsJson(stats),
        HasSubstr(
            "{\"tag\": \"ar\", \"name\": \"Arabic\", \"level\": \"L0\", \"learn_level\": \"L0\", \"coverage\": 39, "
            "\"translated\": 33, \"fuzzy\": 1, \"total\": 83}"));
    EXPECT_THAT(authoring::formatStats(stats), HasSubstr("33/83"));
}

} // namespace porchlight::tests
