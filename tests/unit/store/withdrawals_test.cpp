// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/withdrawals.h"

#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace porchlight::store {
namespace {

Withdrawals parsed(std::string_view text)
{
    auto list = parseWithdrawals(text, "list");
    if (!list)
        throw std::runtime_error(list.fault().describe());
    return *list;
}

TEST(Withdrawals, EveryKindIsRead)
{
    const Withdrawals list = parsed("# why\n\nchannel hotline.call\nfact pay.minimum\nnumber 18883737888\ntopic pay\n");
    EXPECT_EQ(list.channels, std::set<std::string>{"hotline.call"});
    EXPECT_EQ(list.facts, std::set<std::string>{"pay.minimum"});
    EXPECT_EQ(list.numbers, std::set<std::string>{"18883737888"});
    EXPECT_EQ(list.topics, std::set<std::string>{"pay"});
    EXPECT_FALSE(list.empty());
    EXPECT_TRUE(parsed("# nothing\n\n").empty());
    EXPECT_TRUE(parsed("").empty());
}

TEST(Withdrawals, EqualListsGiveEqualBytes)
{
    const std::string sorted = "channel a.call\nchannel b.call\nfact f\nnumber 18885550100\nnumber 211\ntopic t\n";
    EXPECT_EQ(parsed(sorted).text(), sorted);
    EXPECT_EQ(parsed("topic t\r\nnumber 211\nchannel b.call\n#\nchannel a.call\nnumber 18885550100\nfact f").text(),
              sorted);
    EXPECT_EQ(Withdrawals().text(), "");
}

TEST(Withdrawals, ALineThatMakesNoSenseIsTold)
{
    for (const char *line : {"number", "number ", "number 1-888-373-7888", "number 12", "number 1234567890123456",
                             "channel", "channel a b", "channel a\tb", "channel ../etc", "Channel a", "film pay",
                             "topic t\xff", " topic t", "topic  t", "topic \x01"}) {
        const auto list = parseWithdrawals("topic a\n" + std::string(line) + "\n", "list");
        ASSERT_FALSE(list) << line;
        EXPECT_EQ(list.fault().code, "withdrawals-syntax") << line;
        EXPECT_EQ(list.fault().where, "list:2") << line;
    }
}

/// What the kiosk does with a damaged list: whatever can be read of it counts.
TEST(Withdrawals, TheLinesThatCanBeReadCount)
{
    std::optional<content::Fault> fault;
    const Withdrawals list = readableWithdrawals("topic a\nrubbish\n\xff\xfe\nnumber 211\nchannel x", "list", fault);
    EXPECT_EQ(list.topics, std::set<std::string>{"a"});
    EXPECT_EQ(list.numbers, std::set<std::string>{"211"});
    EXPECT_EQ(list.channels, std::set<std::string>{"x"});
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->where, "list:2") << "the first line that cannot be read is named";
}

TEST(Withdrawals, AChannelIsWithdrawnByItsIdOrByItsDigits)
{
    const Withdrawals list = parsed("channel hotline.call\nnumber 18005550100\nnumber 3145550101\nnumber 211\n");
    EXPECT_TRUE(list.withdraws("hotline.call", "anything"));
    EXPECT_FALSE(list.withdraws("hotline", "anything"));
    EXPECT_TRUE(list.withdraws("a", "1-800-555-0100"));
    EXPECT_TRUE(list.withdraws("a", "800-555-0100")) << "without the country's 1";
    EXPECT_TRUE(list.withdraws("a", "+1 (800) 555-0100"));
    EXPECT_TRUE(list.withdraws("a", "1-314-555-0101")) << "with it";
    EXPECT_TRUE(list.withdraws("a", "800-555-0100 ext. 5")) << "an extension is no other number";
    EXPECT_TRUE(list.withdraws("a", "https://chat.example/18005550100"));
    EXPECT_TRUE(list.withdraws("a", "211"));
    EXPECT_TRUE(list.withdraws("a", "2-1-1"));
    EXPECT_FALSE(list.withdraws("a", "211-555-0100")) << "not by a part";
    EXPECT_FALSE(list.withdraws("a", "1211")) << "a 1 is the country's only before ten digits";
    EXPECT_FALSE(list.withdraws("a", "www.example.org"));
    EXPECT_FALSE(Withdrawals().withdraws("a", ""));
}

TEST(Withdrawals, ANumberIsFoundInASentence)
{
    const Withdrawals list = parsed("number 18005550100\nnumber 211\n");
    EXPECT_TRUE(list.namesNumber("Call 1-800-555-0100."));
    EXPECT_TRUE(list.namesNumber("Call \u2066"
                                 "800 555 0100\u2069, or 311"));
    EXPECT_TRUE(list.namesNumber("(800) 555-0100 or 1-888-373-7888"));
    EXPECT_TRUE(list.namesNumber("Call 2-1-1"));
    EXPECT_TRUE(list.namesNumber("800\u2011"
                                 "555\u2011"
                                 "0100"))
        << "hyphens that do not break";
    EXPECT_TRUE(list.namesNumber("800.555.0100")) << "points";
    EXPECT_TRUE(list.namesNumber("\u0662\u0661\u0661")) << "digits of other scripts";
    EXPECT_TRUE(list.namesNumber("24/7 211"));
    EXPECT_TRUE(list.namesNumber("Send HELP to 800-555-0100, 24/7")) << "what follows is another number";
    EXPECT_TRUE(list.namesNumber("At 8 800-555-0100")) << "what stands before, too";
    EXPECT_FALSE(list.namesNumber("Call 1-888-373-7888."));
    EXPECT_FALSE(list.namesNumber("2110"));
    EXPECT_FALSE(list.namesNumber("call 800 555"));
    EXPECT_FALSE(list.namesNumber(""));
}

TEST(Withdrawals, HoldsAllOfAShorterListAndNotOfALongerOne)
{
    const Withdrawals longer = parsed("channel a\nfact f\nnumber 18005550100\ntopic t\n");
    EXPECT_TRUE(longer.holdsAllOf(longer));
    EXPECT_TRUE(longer.holdsAllOf({}));
    EXPECT_TRUE(longer.holdsAllOf(parsed("number 8005550100\n"))) << "the same number";
    EXPECT_FALSE(Withdrawals().holdsAllOf(longer));
    for (const char *other : {"channel b\n", "fact g\n", "number 211\n", "topic u\n"})
        EXPECT_FALSE(longer.holdsAllOf(parsed(other))) << other;
    Withdrawals both = longer;
    both.add(parsed("channel b\nfact g\nnumber 211\ntopic u\n"));
    EXPECT_TRUE(both.holdsAllOf(longer));
    EXPECT_EQ(both.text(), "channel a\nchannel b\nfact f\nfact g\nnumber 18005550100\nnumber 211\ntopic t\ntopic u\n");
}

TEST(WithdrawalsFile, OneThatIsNotThereIsAnEmptyList)
{
    const TempFolder folder;
    const auto list = readWithdrawals(folder / "withdrawn");
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->empty());
}

TEST(WithdrawalsFile, IsRead)
{
    const TempFolder folder;
    writeBytes(folder / "withdrawn", "topic t\n");
    ASSERT_TRUE(readWithdrawals(folder / "withdrawn"));
    EXPECT_EQ(readWithdrawals(folder / "withdrawn")->topics.count("t"), 1U);
}

TEST(WithdrawalsFile, WhatIsNoPlainFileOfASensibleSizeCannotBeRead)
{
    const TempFolder folder;
    std::filesystem::create_directory(folder / "folder");
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0); // opening it must not wait for ever
    std::string large;
    while (large.size() <= largestWithdrawals)
        large += "topic t" + std::to_string(large.size()) + "\n";
    writeBytes(folder / "large", large);
    for (const char *file : {"folder", "pipe", "large"}) {
        const auto list = readWithdrawals(folder / file);
        ASSERT_FALSE(list) << file;
        EXPECT_EQ(list.fault().code, "withdrawals-unreadable") << file;
        EXPECT_EQ(list.fault().where, (folder / file).string());
    }
    writeBytes(folder / "damaged", "topic t\nto");
    EXPECT_EQ(readWithdrawals(folder / "damaged").fault().code, "withdrawals-syntax");
}

} // namespace
} // namespace porchlight::store
