// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ink.h"
#include "print/paragraph.h"
#include "print/slip_layout.h"
#include "sample_slips.h"

#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <gtest/gtest.h>

#include <thread>

namespace porchlight::print {
namespace {

constexpr int dpi = inkDpi;

class InEachLanguage : public ::testing::TestWithParam<SampleLanguage> {};

TEST_P(InEachLanguage, NothingIsCut)
{
    for (const double width : {58.0, 60.0, 80.0}) {
        for (const double height : {0.0, 40.0, 90.0, 300.0}) {
            const SlipLayout layout(sampleSlip(GetParam(), width, height));
            EXPECT_EQ(layout.sizeMm().width(), width);
            EXPECT_GE(layout.sizeMm().height(), height);
            const QImage image = layout.image(dpi);
            const int margin = static_cast<int>(3.5 * dotsPerMm);
            EXPECT_TRUE(image.rect().adjusted(margin, margin, -margin, -margin).contains(inkOf(image)))
                << width << "x" << height;
        }
    }
}

TEST_P(InEachLanguage, RollIsAsLongAsTheText)
{
    const SlipLayout layout(sampleSlip(GetParam(), 80, 0));
    const double blank = layout.sizeMm().height() - inkOf(layout.image(dpi)).bottom() / dotsPerMm;
    EXPECT_LT(blank, 10);
}

TEST_P(InEachLanguage, TextStandsAtTheSideWhereReadingBegins)
{
    const QRect found = inkOf(SlipLayout(sampleSlip(GetParam(), 200, 0)).image(dpi));
    const int left = found.left();
    const int right = static_cast<int>(200 * dotsPerMm) - found.right();
    EXPECT_LT(GetParam().rightToLeft ? right : left, 6 * dotsPerMm);
    EXPECT_GT(GetParam().rightToLeft ? left : right, 30 * dotsPerMm);
}

TEST_P(InEachLanguage, NumbersAreNeverBroken)
{
    QFont font(QStringList{GetParam().fontFamily, QStringLiteral("Noto Sans")});
    font.setPixelSize(40);
    const QString number = QStringLiteral("1-800-427-4626");
    for (int width = 20; width < 1500; width += 7) {
        const Paragraph paragraph(GetParam().hours, {font, Qt::AlignLeft, Qt::LeftToRight, double(width), false});
        const QString text = paragraph.layout().text();
        bool whole = false;
        for (int i = 0; i < paragraph.layout().lineCount(); ++i) {
            const QTextLine line = paragraph.layout().lineAt(i);
            whole = whole || QStringView(text).mid(line.textStart(), line.textLength()).contains(number);
        }
        EXPECT_TRUE(whole) << "at width " << width;
    }
}

TEST_P(InEachLanguage, EveryCharacterHasAGlyph)
{
    for (const SlipLine &line : sampleSlip(GetParam(), 60, 90).lines) {
        QFont font(QStringList{GetParam().fontFamily, QStringLiteral("Noto Sans")});
        font.setPixelSize(40);
        const Paragraph paragraph(line.text, {font, Qt::AlignLeft, Qt::LeftToRight, 2000, false});
        for (const QGlyphRun &run : paragraph.layout().glyphRuns())
            EXPECT_FALSE(run.glyphIndexes().contains(0U)) << line.text.toStdString();
    }
}

TEST_P(InEachLanguage, PaintsAlikeOnEveryThread)
{
    const SlipLayout layout(sampleSlip(GetParam(), 60, 90));
    const QImage expected = layout.image(dpi);
    std::vector<QImage> images(4);
    {
        std::vector<std::jthread> threads;
        for (QImage &image : images)
            threads.emplace_back([&image, layout] { image = layout.image(dpi); });
    }
    for (const QImage &image : images)
        EXPECT_TRUE(image == expected);
}

INSTANTIATE_TEST_SUITE_P(Slip, InEachLanguage, ::testing::ValuesIn(sampleLanguages()), [](const auto &language) {
    return QString::fromStdString(language.param.tag).remove(QLatin1Char('-')).toStdString();
});

TEST(ParagraphTest, BurmeseBreaksBetweenWordsOnly)
{
    QFont font(QStringList{QStringLiteral("Noto Sans Myanmar"), QStringLiteral("Noto Sans")});
    font.setPixelSize(70);
    const QString text = sampleLanguages().back().name;
    int broken = 0;
    for (int width = 700; width < 1900; width += 50) {
        const Paragraph paragraph(text, {font, Qt::AlignLeft, Qt::LeftToRight, double(width), false});
        const QString set = paragraph.layout().text();
        EXPECT_EQ(QString(set).remove(QChar::LineSeparator), text);
        for (int i = 1; i < paragraph.layout().lineCount(); ++i, ++broken) {
            const int at = paragraph.layout().lineAt(i).textStart();
            ASSERT_EQ(set[at - 1], QChar(QChar::LineSeparator)) << "at width " << width;
            EXPECT_TRUE(set[at - 2] == u' ' || set[at - 2] == QChar(0x200B));
        }
    }
    EXPECT_GT(broken, 10);
}

TEST_P(InEachLanguage, LinesKeepApart)
{
    // Each line alone, in the room that it has on the slip: nothing reaches into the next.
    for (const QString &text : {GetParam().name, GetParam().heading, GetParam().hours}) {
        QFont font(QStringList{GetParam().fontFamily, QStringLiteral("Noto Sans")});
        font.setPixelSize(70);
        Paragraph paragraph(text, {font, Qt::AlignLeft, Qt::LeftToRight, 5000, false});
        const Reach ink = paragraph.ink();
        EXPECT_GT(ink.above, 0.5);
        EXPECT_LT(ink.above + ink.below, 2);
        paragraph.space(ink);
        QImage image(5000, static_cast<int>(std::ceil(paragraph.height())) + 40, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        paragraph.layout().draw(&painter, {0, 20});
        painter.end();
        EXPECT_GE(inkOf(image).top(), 20 - 2);
        EXPECT_LE(inkOf(image).bottom(), 20 + paragraph.height() + 2);
    }
}

TEST(SlipLayout, LongNumberShrinksInsteadOfBreaking)
{
    SlipDocument slip{30, 0, 10, 30, QStringLiteral("Noto Sans"), false, {}};
    slip.lines = {{QStringLiteral("1-888-373-7888"), SlipLine::Role::Number, false}};
    const SlipLayout layout(slip);
    const QRect found = inkOf(layout.image(dpi));
    EXPECT_LT(layout.sizeMm().height(), 20) << "one line";
    EXPECT_LT(found.right() / dotsPerMm, 26.5);
    EXPECT_GT(found.width() / dotsPerMm, 17);
}

TEST(SlipLayout, DemonstrationMarkIsFramed)
{
    SlipDocument slip{60, 0, 10, 14, QStringLiteral("Noto Sans"), false, {}};
    slip.lines = {{QStringLiteral("DEMONSTRATION"), SlipLine::Role::Mark, false}};
    EXPECT_NEAR(inkOf(SlipLayout(slip).image(dpi)).width() / dotsPerMm, 52, 1);
}

TEST(SlipLayout, EmptySlipIsAPaperOfTheDesignsSize)
{
    const SlipLayout layout(SlipDocument{60, 90, 10, 14, QStringLiteral("Noto Sans"), false, {}});
    EXPECT_EQ(layout.sizeMm(), QSizeF(60, 90));
    EXPECT_TRUE(inkOf(layout.image(dpi)).isNull());
}

} // namespace
} // namespace porchlight::print
