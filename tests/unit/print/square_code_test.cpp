// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/square_code.h"

#include <gtest/gtest.h>

namespace porchlight::print {
namespace {

bool isBlack(const QImage &image, int x, int y)
{
    return image.pixelColor(x, y) == Qt::black;
}

TEST(SquareCode, HasItsCornersAndAQuietZone)
{
    const QImage code = squareCode(QStringLiteral("1-888-373-7888"), 3);
    ASSERT_EQ(code.width(), code.height());
    ASSERT_EQ(code.width() % 3, 0);
    const int modules = code.width() / 3 - 8;
    EXPECT_EQ((modules - 17) % 4, 0) << "the sizes that a code can have";
    for (int i = 0; i < code.width(); ++i)
        for (int j = 0; j < 4 * 3; ++j)
            EXPECT_FALSE(isBlack(code, i, j) || isBlack(code, j, i) || isBlack(code, i, code.height() - 1 - j) ||
                         isBlack(code, code.width() - 1 - j, i));
    for (int i = 0; i < 7 * 3; ++i)
        EXPECT_TRUE(isBlack(code, 12 + i, 12) && isBlack(code, 12, 12 + i) &&
                    isBlack(code, code.width() - 13 - i, 12) && isBlack(code, 12, code.height() - 13 - i));
}

TEST(SquareCode, IsTheSameAtEverySize)
{
    const QString text = QStringLiteral("خط مساعدة 1-888-373-7888");
    const QImage small = squareCode(text, 1);
    const QImage large = squareCode(text, 5);
    for (int y = 0; y < large.height(); ++y)
        for (int x = 0; x < large.width(); ++x)
            EXPECT_EQ(isBlack(large, x, y), isBlack(small, x / 5, y / 5));
}

TEST(SquareCode, ThereIsNoneOfNothingAndOfTooMuch)
{
    EXPECT_TRUE(squareCode({}, 3).isNull());
    EXPECT_TRUE(squareCode(QStringLiteral("988"), 0).isNull());
    EXPECT_TRUE(squareCode(QString(4000, u'x'), 3).isNull());
    EXPECT_FALSE(squareCode(QString(600, u'x'), 3).isNull());
    EXPECT_LE(squareCode(QString(600, u'x'), 1).width(), 93) << "half a millimetre each on a receipt of 58 mm";
}

} // namespace
} // namespace porchlight::print
