// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/strips.h"

#include <gtest/gtest.h>

namespace porchlight::print::escpos {
namespace {

TEST(Strips, AreCommandsWithTheirRows)
{
    const auto strips = stripsOf({2, "abcdef"}, 2);
    ASSERT_EQ(strips.size(), 2U);
    EXPECT_EQ(strips[0], Bytes("\x1dv0\0\x02\0\x01\0ab", 10));
    EXPECT_EQ(strips[1], Bytes("\x1dv0\0\x02\0\x02\0cdef", 12));
}

TEST(Strips, NeverHaveMoreRowsThanAPrinterTakes)
{
    const Picture picture{72, Bytes(72 * 5000, 'x')};
    for (const int most : {1, 128, 800, 100000}) {
        int rows = 0;
        for (const Bytes &strip : stripsOf(picture, most)) {
            const int own = static_cast<unsigned char>(strip[6]) + 256 * static_cast<unsigned char>(strip[7]);
            EXPECT_LE(own, std::min(most, 800));
            EXPECT_EQ(strip.size(), 8U + 72U * own);
            rows += own;
        }
        EXPECT_EQ(rows, 5000);
    }
    EXPECT_TRUE(stripsOf({72, ""}, 128).empty());
}

// A printer would obey these bytes in the middle of a picture.
TEST(Strips, HoldNoQuestion)
{
    const Bytes dots{0x10, 0x04, 0x01, 0x10, 0x05, 0x02, 0x10, 0x14, 0x01, 0x10, 0x10, 0x04};
    const auto strips = stripsOf({4, dots}, 128);
    ASSERT_EQ(strips.size(), 1U);
    EXPECT_EQ(strips[0].substr(8), (Bytes{0x18, 0x04, 0x01, 0x18, 0x05, 0x02, 0x18, 0x14, 0x01, 0x10, 0x18, 0x04}));
}

TEST(Strips, FillingEndsTheLongestOne)
{
    const Model model = receiptPrinter(58);
    const Picture picture{model.widthDots() / 8, Bytes(static_cast<std::size_t>(model.widthDots()) / 8 * 1000, 'x')};
    for (const Bytes &strip : stripsOf(picture, model.rowsPerStrip))
        EXPECT_LE(strip.size(), filling(model).size());
}

TEST(Model, PrintsAsManyDotsAsTheRollHas)
{
    EXPECT_EQ(receiptPrinter(80).widthDots(), 576);
    EXPECT_EQ(receiptPrinter(58).widthDots(), 384);
    EXPECT_EQ(receiptPrinter(58).marginMm(), 5);
}

} // namespace
} // namespace porchlight::print::escpos
