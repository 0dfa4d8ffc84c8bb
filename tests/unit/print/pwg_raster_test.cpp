// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pwg_raster.h"

#include <QtEndian>

#include <gtest/gtest.h>

namespace porchlight::print {
namespace {

constexpr qsizetype syncBytes = 4;
constexpr qsizetype headerBytes = 1796;

struct Raster {
    quint32 width, height, dpi, bits, bytesPerLine, colorSpace;
    double pageMm[2];
    std::vector<QByteArray> rows;
};

/// Read by hand, after PWG 5102.4.
Raster read(const QByteArray &bytes)
{
    const auto at = [&](qsizetype offset) { return qFromBigEndian<quint32>(bytes.constData() + syncBytes + offset); };
    Raster raster{at(372), at(376), at(276), at(388), at(392), at(400), {at(352) * 25.4 / 72, at(356) * 25.4 / 72}, {}};
    qsizetype place = syncBytes + headerBytes;
    const auto next = [&] { return static_cast<unsigned char>(bytes.at(place++)); };
    while (raster.rows.size() < raster.height) {
        const int repeat = next() + 1;
        QByteArray row;
        while (row.size() < raster.bytesPerLine) {
            const int count = next();
            if (count < 128) {
                row.append(count + 1, bytes.at(place++));
            } else {
                row.append(bytes.mid(place, 257 - count));
                place += 257 - count;
            }
        }
        raster.rows.insert(raster.rows.end(), static_cast<size_t>(repeat), row);
    }
    EXPECT_EQ(place, bytes.size());
    return raster;
}

TEST(PwgRaster, BlackIsOneAndNothingElseIs)
{
    QImage grey(13, 3, QImage::Format_Grayscale8);
    grey.fill(Qt::white);
    grey.setPixelColor(0, 0, Qt::black);
    grey.setPixelColor(12, 0, QColor(100, 100, 100)); // darker than the middle
    grey.setPixelColor(5, 2, QColor(180, 180, 180));  // lighter
    const QByteArray bytes = pwgRaster(grey, 203);
    ASSERT_TRUE(bytes.startsWith("RaS2"));
    const Raster raster = read(bytes);
    EXPECT_EQ(raster.width, 13U);
    EXPECT_EQ(raster.height, 3U);
    EXPECT_EQ(raster.dpi, 203U);
    EXPECT_EQ(raster.bits, 1U);
    EXPECT_EQ(raster.bytesPerLine, 2U);
    EXPECT_EQ(raster.colorSpace, 3U) << "black";
    ASSERT_EQ(raster.rows.size(), 3U);
    EXPECT_EQ(raster.rows[0].toHex(), "8008");
    EXPECT_EQ(raster.rows[1].toHex(), "0000");
    EXPECT_EQ(raster.rows[2].toHex(), "0000");
}

TEST(PwgRaster, APictureOfOneBitKeepsItsColoursHoweverTheyAreNumbered)
{
    QImage mono(8, 1, QImage::Format_Mono);
    mono.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    mono.fill(1);
    mono.setPixel(1, 0, 0);
    EXPECT_EQ(read(pwgRaster(mono, 203)).rows.front().toHex(), "40");
    mono.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    EXPECT_EQ(read(pwgRaster(mono, 203)).rows.front().toHex(), "bf");
}

TEST(PwgRaster, ThePageIsAsLargeAsThePicture)
{
    QImage page(639, 719, QImage::Format_Grayscale8); // 80 x 90 mm at 203 dpi
    page.fill(Qt::white);
    const Raster raster = read(pwgRaster(page, 203));
    EXPECT_NEAR(raster.pageMm[0], 80, 0.5);
    EXPECT_NEAR(raster.pageMm[1], 90, 0.5);
    EXPECT_EQ(raster.rows.size(), 719U);
}

TEST(PwgRaster, NoPictureIsNoRaster)
{
    EXPECT_TRUE(pwgRaster({}, 203).isEmpty());
    EXPECT_TRUE(pwgRaster(QImage(8, 8, QImage::Format_Mono), 0).isEmpty());
}

} // namespace
} // namespace porchlight::print
