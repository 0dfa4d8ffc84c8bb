// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/markdown_blocks.h"

#include <gtest/gtest.h>

namespace porchlight::tests {

using namespace authoring;
using content::Block;

namespace {

std::vector<MarkdownBlock> read(const std::string &markdown, Report &report)
{
    Findings findings("content");
    auto blocks = readMarkdown(markdown, "topics/a.md", 11, findings);
    report = findings.report();
    return blocks;
}

} // namespace

TEST(Markdown, ReadsTheBlocksOfATopicWithTheirLines)
{
    Report report;
    const auto blocks =
        read("\n## A heading\n\nOne\nparagraph.\n\n- first\n- second\n\n> a note\n\n{contact:info}\n", report);
    ASSERT_TRUE(report.faults.empty());
    ASSERT_EQ(blocks.size(), 6U);
    const Block::Kind kinds[] = {Block::Kind::Heading, Block::Kind::Paragraph, Block::Kind::Bullet,
                                 Block::Kind::Bullet,  Block::Kind::Note,      Block::Kind::ContactCard};
    const int lines[] = {12, 14, 17, 18, 20, 22};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        EXPECT_EQ(blocks[i].value.kind, kinds[i]) << i;
        EXPECT_EQ(blocks[i].at.line, lines[i]) << i;
    }
    EXPECT_EQ(blocks[1].value.text, "One paragraph.");
    EXPECT_EQ(blocks[5].value.contactId, "info");
    EXPECT_TRUE(blocks[5].value.text.empty());
}

TEST(Markdown, TakesSignsAsTheyAre)
{
    Report report;
    const auto blocks = read("Pay & hours: 5 < 6, a_b_c, 2 * 3 \\* 4.\n", report);
    EXPECT_TRUE(report.faults.empty());
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(blocks[0].value.text, "Pay & hours: 5 < 6, a_b_c, 2 * 3 * 4.");
}

TEST(Markdown, TellsEachKindOfMarkupThatATopicCannotHold)
{
    for (const char *markdown : {"*a*",
                                 "**a**",
                                 "~~a~~",
                                 "[a](b)",
                                 "<https://a.example>",
                                 "![a](b)",
                                 "`a`",
                                 "    a",
                                 "<b>a</b>",
                                 "<!-- a -->",
                                 "# a",
                                 "### a",
                                 "1. a",
                                 "- a\n  - b",
                                 "> > a",
                                 "***",
                                 "a\\\nb",
                                 "&amp;",
                                 "|a|b|\n|---|---|\n|c|d|",
                                 "```\na\n```"}) {
        Report report;
        read(markdown, report);
        ASSERT_FALSE(report.faults.empty()) << markdown;
        EXPECT_EQ(report.faults[0].code, "unknown-markup") << markdown;
    }
}

TEST(Markdown, OfNothingIsNothing)
{
    Report report;
    EXPECT_TRUE(read("", report).empty());
    EXPECT_TRUE(read("\n\n", report).empty());
    EXPECT_TRUE(report.faults.empty());
}

} // namespace porchlight::tests
