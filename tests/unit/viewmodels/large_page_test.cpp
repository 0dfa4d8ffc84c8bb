// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

class LargePageTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(rig.start());
        ASSERT_TRUE(rig.choose(u"en"_s));
        rig.view().open(u"large"_s, u"hotline.call"_s);
    }
    /// What a screen would draw, for a square of so many pixels.
    QImage drawn(int side)
    {
        QSize size;
        return rig.preview.requestImage(u"code/1"_s, &size, {side, side});
    }

    Rig rig{demonstration()};
    LargePage &large = rig.kiosk->large();
};

} // namespace

TEST_F(LargePageTest, noCodeIsShownUnasked)
{
    ASSERT_FALSE(large.values().isEmpty());
    EXPECT_TRUE(large.code().isEmpty());
    EXPECT_EQ(drawn(400).size(), QSize(1, 1));
}

TEST_F(LargePageTest, theCodeIsDrawnInWholeModules)
{
    large.showCode();
    ASSERT_TRUE(large.code().startsWith(u"image://slip/code/"_s));
    const QImage one = drawn(1);
    const QImage many = drawn(400);
    ASSERT_GT(one.width(), 20);
    ASSERT_EQ(many.width() % one.width(), 0);
    EXPECT_GT(many.width(), 400 - one.width());
    EXPECT_LE(many.width(), 400);
    const int scale = many.width() / one.width();
    for (int y = 0; y < many.height(); ++y)
        for (int x = 0; x < many.width(); ++x)
            ASSERT_EQ(many.pixel(x, y), one.pixel(x / scale, y / scale));
}

TEST_F(LargePageTest, anotherPageAnotherLanguageAndTheEndOfAVisitTakeItAway)
{
    const std::function<void()> ways[] = {
        [this] { large.hideCode(); },
        [this] { rig.view().open(u"large"_s, u"211.call"_s); },
        [this] { ASSERT_TRUE(rig.choose(u"es"_s)); },
        [this] { rig.view().clearScreen(); },
        [this] { rig.view().startAgain(); },
    };
    for (const auto &leave : ways) {
        rig.view().open(u"large"_s, u"hotline.call"_s);
        large.showCode();
        ASSERT_FALSE(large.code().isEmpty());
        leave();
        EXPECT_TRUE(large.code().isEmpty());
        EXPECT_EQ(drawn(400).size(), QSize(1, 1));
    }
}

TEST_F(LargePageTest, withoutANumberThereIsNoCode)
{
    rig.view().open(u"large"_s);
    ASSERT_TRUE(large.values().isEmpty());
    large.showCode();
    EXPECT_TRUE(large.code().isEmpty());
}
