// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/po_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include <unistd.h>

namespace porchlight::tests {

using namespace authoring;

namespace {

PoFile parse(const std::string &text)
{
    const auto file = std::filesystem::temp_directory_path() / ("porchlight-po-" + std::to_string(::getpid()) + ".po");
    std::ofstream(file, std::ios::binary) << text;
    PoFile po = readPo(file.string(), text);
    std::filesystem::remove(file);
    return po;
}

const std::string header =
    "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

} // namespace

TEST(PoFile, ReadsEntriesWithTheirLines)
{
    const PoFile po =
        parse(header + "#, fuzzy\nmsgctxt \"a\"\nmsgid \"\"\n\"one \\\"two\\\"\\n\"\n\"three\"\nmsgstr \"x\\nx\"\n\n"
                       "#~ msgid \"old\"\n#~ msgstr \"y\"\n\nmsgid \"plain\"\nmsgstr \"\"\n");
    EXPECT_TRUE(po.complaints.empty());
    EXPECT_EQ(po.field("Language"), "es");
    EXPECT_EQ(po.field("Plural-Forms"), "");
    ASSERT_EQ(po.entries.size(), 2U);
    EXPECT_EQ(po.entries[0].id, "one \"two\"\nthree");
    EXPECT_EQ(po.entries[0].line, 8);
    EXPECT_TRUE(po.entries[0].fuzzy);
    EXPECT_EQ(po.entries[1].line, 16);
    EXPECT_FALSE(po.entries[1].hasContext);
}

TEST(PoFile, TellsWhatIsBrokenAndGoesOn)
{
    const PoFile po =
        parse(header + "msgid \"a\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n\nmsgid \"c\"\nmsgstr \"e\"\n");
    std::vector<int> lines;
    for (const PoComplaint &complaint : po.complaints)
        lines.push_back(complaint.line);
    EXPECT_THAT(lines, testing::IsSupersetOf({6, 12}));
}

TEST(PoFile, ChecksAsMsgfmtDoes)
{
    const PoFile po = parse(header + "#, c-format\nmsgid \"a %d\"\nmsgstr \"b %s\"\n");
    ASSERT_EQ(po.complaints.size(), 1U);
    EXPECT_EQ(po.complaints[0].line, 8);
}

TEST(PoFile, SurvivesAnything)
{
    std::mt19937 random(2); // the same every time
    for (int round = 0; round < 50; ++round) {
        std::string noise = header;
        for (int i = 0; i < 400; ++i)
            noise += "\"\\\n #msgidstrctxt[]0~,|%{}\t"[random() % 26];
        parse(noise);
    }
    EXPECT_FALSE(readPo("/does/not/exist.po", "").complaints.empty());
}

TEST(PluralForms, AreSoundOrToldWhy)
{
    EXPECT_TRUE(checkPluralForms("nplurals=2; plural=(n != 1);", 2).empty());
    EXPECT_TRUE(checkPluralForms("nplurals=1; plural=0;", 1).empty());
    EXPECT_FALSE(checkPluralForms("nplurals=2; plural=(n !! 1);", 2).empty());
    EXPECT_FALSE(checkPluralForms("nplurals=2; plural=n;", 2).empty());
    EXPECT_FALSE(checkPluralForms("nplurals=INTEGER; plural=EXPRESSION;", 0).empty());
    EXPECT_FALSE(checkPluralForms("nonsense", 0).empty());
}

} // namespace porchlight::tests
