// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/byte_difference.h"

#include <gtest/gtest.h>

#include <random>

using namespace porchlight::release;

namespace {

std::string noise(std::size_t size)
{
    std::mt19937 random(7);
    std::string bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

std::size_t newBytes(const std::vector<Piece> &pieces)
{
    std::size_t bytes = 0;
    for (const Piece &piece : pieces)
        bytes += piece.old ? 0 : piece.size;
    return bytes;
}

} // namespace

TEST(ByteDifference, OfEqualFilesIsOnePiece)
{
    const std::string file = noise(100'000);
    EXPECT_EQ(piecesOf(file, file), (std::vector<Piece>{{true, 0, file.size()}}));
}

TEST(ByteDifference, OfAnEmptyFileIsNothing)
{
    EXPECT_TRUE(piecesOf("before", "").empty());
    EXPECT_EQ(piecesOf("", "after"), (std::vector<Piece>{{false, 0, 5}}));
}

TEST(ByteDifference, SendsOnlyWhatChanged)
{
    const std::string before = noise(100'000);
    std::string after = before;
    after[5'000] ^= 1;
    after.replace(40'000, 4, "much longer than before");
    after.erase(70'000, 777);
    after.insert(0, "in front");
    const auto pieces = piecesOf(before, after);
    EXPECT_EQ(assembled(before, after, pieces), after);
    EXPECT_LT(newBytes(pieces), 200U);
}

TEST(ByteDifference, FindsWhatWasMoved)
{
    const std::string before = noise(50'000);
    const std::string after = before.substr(30'000) + before.substr(0, 30'000);
    const auto pieces = piecesOf(before, after);
    EXPECT_EQ(assembled(before, after, pieces), after);
    EXPECT_LT(newBytes(pieces), 100U);
}

TEST(ByteDifference, PutsAnyTwoFilesTogether)
{
    std::mt19937 random(11);
    for (int i = 0; i < 300; ++i) {
        std::string before(random() % 400, '\0');
        std::string after(random() % 400, '\0');
        for (char &byte : before)
            byte = static_cast<char>(random() % 2); // so that much looks alike
        for (char &byte : after)
            byte = static_cast<char>(random() % 2);
        EXPECT_EQ(assembled(before, after, piecesOf(before, after)), after);
    }
}
