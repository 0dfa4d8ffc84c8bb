// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/status.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace porchlight::print::escpos {
namespace {

using Kind = Word::Kind;

std::vector<Kind> kindsIn(const Bytes &bytes)
{
    StatusParser parser;
    std::vector<Kind> kinds;
    for (const Word &word : parser.take(bytes))
        kinds.push_back(word.kind);
    return kinds;
}

TEST(StatusParser, TellsTheWordsApart)
{
    EXPECT_EQ(kindsIn("\x12\x1a\x16\x7e"),
              (std::vector{Kind::RealTime, Kind::RealTime, Kind::RealTime, Kind::RealTime}));
    EXPECT_EQ(kindsIn(Bytes("\x18\0\x0f\0", 4)), std::vector{Kind::StatusBack});
    EXPECT_EQ(kindsIn(Bytes("\0\x0f", 2)), (std::vector{Kind::InTurn, Kind::InTurn}));
    EXPECT_EQ(kindsIn("\x11\x13"), (std::vector{Kind::GoOn, Kind::HoldOn}));
    EXPECT_EQ(kindsIn(Bytes("\x37\x22PLAB\0", 7)), std::vector{Kind::ProcessId});
    EXPECT_EQ(kindsIn(Bytes("\x37\x25\0", 3)), std::vector{Kind::Cleared});
    EXPECT_EQ(kindsIn("\xff\x80"), (std::vector{Kind::Garbage, Kind::Garbage}));
}

TEST(StatusParser, KeepsAWordThatComesInPieces)
{
    StatusParser parser;
    EXPECT_TRUE(parser.take("\x18").empty());
    EXPECT_TRUE(parser.take(Bytes("\0", 1)).empty());
    // An answer in real time pushes itself in between.
    const auto between = parser.take("\x12");
    ASSERT_EQ(between.size(), 1U);
    EXPECT_EQ(between[0].kind, Kind::RealTime);
    const auto rest = parser.take(Bytes("\x0c\0", 2));
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].bytes, Bytes("\x18\0\x0c\0", 4));
}

TEST(StatusParser, CallsABrokenWordGarbage)
{
    EXPECT_EQ(kindsIn(Bytes("\x18\0\xff\0", 4)), (std::vector{Kind::Garbage, Kind::Garbage, Kind::InTurn}));
    EXPECT_EQ(kindsIn("\x37\x12"), std::vector{Kind::Garbage});
    EXPECT_EQ(kindsIn("\x37\x25\x01"), std::vector{Kind::Garbage});
}

// Whatever comes, in whatever pieces: it never ends in another way, and says the same.
TEST(StatusParser, IsNotUpsetByAnything)
{
    std::mt19937 chance(20260701); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    for (int round = 0; round < 500; ++round) {
        Bytes bytes(chance() % 300, '\0');
        std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(chance()); });
        const auto whole = kindsIn(bytes);
        StatusParser parser;
        std::vector<Kind> pieces;
        std::size_t told = 0;
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t length = 1 + chance() % 7;
            for (const Word &word : parser.take(bytes.substr(at, length))) {
                pieces.push_back(word.kind);
                told += word.bytes.size();
            }
            at += length;
        }
        EXPECT_EQ(pieces, whole);
        EXPECT_LE(told, bytes.size());
    }
}

TEST(Condition, ReadsTheAnswersInRealTime)
{
    EXPECT_EQ(conditionOf(0x12, 0x12, 0x12, 0x12), Condition{});
    EXPECT_TRUE(conditionOf(0x1a, 0x16, 0x12, 0x12).coverOpen);
    EXPECT_TRUE(conditionOf(0x1a, 0x32, 0x12, 0x7e).paperOut);
    EXPECT_FALSE(conditionOf(0x1a, 0x32, 0x12, 0x7e).paperLow);
    EXPECT_TRUE(conditionOf(0x12, 0x12, 0x12, 0x1e).paperLow);
    EXPECT_FALSE(conditionOf(0x12, 0x12, 0x12, 0x1e).standsStill());
    EXPECT_TRUE(conditionOf(0x1a, 0x52, 0x1a, 0x12).cutter);
    EXPECT_TRUE(conditionOf(0x1a, 0x52, 0x32, 0x12).cutter) << "what does not mend by itself";
    EXPECT_TRUE(conditionOf(0x1a, 0x52, 0x52, 0x12).hot);
    EXPECT_TRUE(conditionOf(0x1a, 0x12, 0x12, 0x12).offline);
    EXPECT_FALSE(conditionOf(0x1a, 0x16, 0x12, 0x12).offline) << "the cover says why";
}

TEST(Condition, OnlyPaperAndCoverTear)
{
    EXPECT_TRUE(conditionOf(0x1a, 0x16, 0x12, 0x12).tears());
    EXPECT_TRUE(conditionOf(0x1a, 0x32, 0x12, 0x7e).tears());
    EXPECT_FALSE(conditionOf(0x1a, 0x52, 0x52, 0x12).tears());
    EXPECT_FALSE(conditionOf(0x1a, 0x12, 0x12, 0x12).tears());
}

TEST(Condition, ReadsStatusBack)
{
    EXPECT_EQ(conditionOf(Bytes("\x10\0\0\0", 4)), Condition{});
    EXPECT_TRUE(conditionOf(Bytes("\x38\0\0\0", 4)).coverOpen);
    EXPECT_TRUE(conditionOf(Bytes("\x18\0\x0f\0", 4)).paperOut);
    EXPECT_TRUE(conditionOf(Bytes("\x10\0\x03\0", 4)).paperLow);
    EXPECT_TRUE(conditionOf(Bytes("\x18\x08\0\0", 4)).cutter);
    EXPECT_TRUE(conditionOf(Bytes("\x18\x40\0\0", 4)).hot);
    EXPECT_TRUE(conditionOf(Bytes("\x18\0\0\0", 4)).offline);
}

} // namespace
} // namespace porchlight::print::escpos
