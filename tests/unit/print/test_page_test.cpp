// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/test_page.h"

#include "print/slip_layout.h"

#include <gtest/gtest.h>

using namespace porchlight::print;
using namespace Qt::StringLiterals;

namespace {

constexpr Paper roll58{58, 0, 5};
constexpr Paper roll80{80, 0, 4};
constexpr Paper a4{210, 297, 4};
constexpr int dpi = 254; // ten dots a millimetre
constexpr int dotsPerMm = 10;

std::vector<ScriptSample> samples()
{
    return {{u"English"_s, u"Noto Sans"_s},
            {u"العربية"_s, u"Noto Sans Arabic"_s, true},
            {u"简体中文"_s, u"Noto Sans CJK SC"_s},
            {u"Kiswahili"_s, u"Noto Sans"_s},
            {u"Tiếng Việt"_s, u"Noto Sans"_s}};
}

bool isDark(const QImage &page, double xMm, double yMm)
{
    const QPoint at(static_cast<int>(xMm * dotsPerMm), static_cast<int>(yMm * dotsPerMm));
    return qGray(page.pixel(at)) < 128;
}

/// Dots with ink in a part of the page, in millimetres.
int ink(const QImage &page, const QRectF &mm)
{
    int count = 0;
    for (int y = static_cast<int>(mm.top() * dotsPerMm); y < static_cast<int>(mm.bottom() * dotsPerMm); ++y)
        for (int x = static_cast<int>(mm.left() * dotsPerMm); x < static_cast<int>(mm.right() * dotsPerMm); ++x)
            count += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
    return count;
}

/// Of a part of the page, 0 to 1.
double darkness(const QImage &page, const QRectF &mm)
{
    const QImage part = page.copy(QRectF(mm.topLeft() * dotsPerMm, mm.size() * dotsPerMm).toRect());
    double sum = 0;
    for (int y = 0; y < part.height(); ++y)
        for (int x = 0; x < part.width(); ++x)
            sum += 1 - qGray(part.pixel(x, y)) / 255.0;
    return sum / (part.width() * part.height());
}

} // namespace

TEST(TestPage, IsAsWideAsTheRollAndAsLongAsItNeeds)
{
    for (const Paper &paper : {roll58, roll80}) {
        const SlipLayout layout(testPage(samples()), paper);
        EXPECT_EQ(layout.sizeMm().width(), paper.widthMm);
        EXPECT_GT(layout.sizeMm().height(), 80);
        EXPECT_LT(layout.sizeMm().height(), 200);
    }
}

TEST(TestPage, GrowsWithTheScripts)
{
    std::vector<ScriptSample> many = samples();
    for (int i = 0; i < 20; ++i)
        many.push_back({u"A long name of one"_s, u"Noto Sans"_s});
    EXPECT_GT(SlipLayout(testPage(many), roll58).sizeMm().height(),
              SlipLayout(testPage(samples()), roll58).sizeMm().height() + 20);
}

TEST(TestPage, FillsASheet)
{
    EXPECT_EQ(SlipLayout(testPage(samples()), a4).sizeMm(), QSizeF(210, 297));
    EXPECT_EQ(SlipLayout(testPage(samples())).sizeMm(), QSizeF(210, 297)) << "without a paper it is of A4";
}

TEST(TestPage, HasAFrameAtTheMarginsAndNothingOutside)
{
    for (const Paper &paper : {roll58, a4}) {
        const SlipLayout layout(testPage(samples()), paper);
        const QImage page = layout.image(dpi);
        const QSizeF size = layout.sizeMm();
        const double inside = paper.marginMm + 0.1;
        EXPECT_TRUE(isDark(page, inside, size.height() / 2));
        EXPECT_TRUE(isDark(page, size.width() - inside, size.height() / 2));
        EXPECT_TRUE(isDark(page, size.width() / 2, inside));
        EXPECT_TRUE(isDark(page, size.width() / 2, size.height() - inside));
        const double blank = paper.marginMm - 0.2;
        EXPECT_EQ(ink(page, {0, 0, blank, size.height()}), 0);
        EXPECT_EQ(ink(page, {size.width() - blank, 0, blank, size.height()}), 0);
        EXPECT_EQ(ink(page, {0, 0, size.width(), blank}), 0);
        EXPECT_EQ(ink(page, {0, size.height() - blank, size.width(), blank}), 0);
    }
}

TEST(TestPage, RulersAreTrueToTheMillimetreFromTheEdgesOfThePaper)
{
    const QImage page = SlipLayout(testPage(samples()), a4).image(dpi);
    for (int mm = 6; mm < 200; ++mm) {
        const double tick = a4.marginMm + 1.2; // within the shortest
        EXPECT_TRUE(isDark(page, mm, tick)) << mm;
        EXPECT_FALSE(isDark(page, mm + 0.5, tick)) << mm;
        EXPECT_TRUE(isDark(page, tick, mm)) << mm;
        EXPECT_FALSE(isDark(page, tick, mm + 0.5)) << mm;
    }
    EXPECT_TRUE(isDark(page, 100, a4.marginMm + 3.5)) << "tens are longer";
    EXPECT_FALSE(isDark(page, 101, a4.marginMm + 2));
}

TEST(TestPage, AGreyIsStripesOfItsShare)
{
    // Looked for from the bottom of the roll up: the code, then the patches.
    const SlipLayout layout(testPage({}), roll80);
    const QImage page = layout.image(dpi);
    const double left = roll80.marginMm + 8.5;
    const double bottom = layout.sizeMm().height() - roll80.marginMm;
    double top = 0;
    for (double y = bottom; y > 20; y -= 0.1)
        if (ink(page, {left + 0.1, y - 7, 6.8, 7}) > 4600) { // of 68 times 70 dots
            top = y - 7;
            break;
        }
    ASSERT_GT(top, 0) << "a black patch";
    EXPECT_NEAR(darkness(page, {left + 9, top + 1, 6, 5}), 0.75, 0.05);
    EXPECT_NEAR(darkness(page, {left + 17.5, top + 1, 6, 5}), 0.5, 0.05);
    EXPECT_NEAR(darkness(page, {left + 26, top + 1, 6, 5}), 0.25, 0.05);
}

TEST(TestPage, ThePdfSaysNothingOfWhenOrWhere)
{
    const QByteArray pdf = SlipLayout(testPage(samples()), a4).pdf();
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_FALSE(pdf.contains("CreationDate (D:2"));
    EXPECT_FALSE(pdf.contains("orchlight"));
}
