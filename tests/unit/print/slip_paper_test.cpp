// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One slip on every paper.
#include "ink.h"
#include "print/slip_layout.h"
#include "sample_slips.h"

#include <gmock/gmock.h>

namespace porchlight::print {
namespace {

using Role = SlipLine::Role;

constexpr Paper narrowRoll{58, 0, 5};
constexpr Paper wideRoll{80, 0, 4};
constexpr Paper a4{210, 297, 4};
constexpr Paper letter{215.9, 279.4, 4};
constexpr Paper cardSheet{86, 120, 3};

/// As long as a contact with everything in both languages is.
SlipDocument bilingual(const SampleLanguage &language, double widthMm, double heightMm, int contacts)
{
    const bool rtl = language.rightToLeft;
    SlipDocument slip{widthMm, heightMm, widthMm == 0 ? 12.0 : 10.0, widthMm == 0 ? 18.0 : 14.0, language.fontFamily,
                      rtl,     {}};
    slip.lines.push_back({language.heading, Role::Heading, rtl});
    slip.lines.push_back({QStringLiteral("Local services"), Role::English, false, 1});
    for (int i = 0; i < contacts; ++i) {
        slip.lines.push_back({language.heading, Role::Name, rtl});
        slip.lines.push_back({QStringLiteral("Help line"), Role::English, false, 1});
        slip.lines.push_back({QStringLiteral("1-888-373-7888"), Role::Number, false});
        slip.lines.push_back({language.heading, Role::Detail, rtl, 2});
        slip.lines.push_back({QStringLiteral("Day and night"), Role::English, false, 5});
        slip.lines.push_back({language.name, Role::Detail, rtl, 4});
        slip.lines.push_back(
            {QStringLiteral("Staff speak English and Spanish. Others help."), Role::English, false, 5});
    }
    slip.lines.push_back({QStringLiteral("Please. I need an interpreter."), Role::Sentence, false});
    slip.cutMarks = true;
    return slip;
}

std::vector<int> ranksOf(const SlipLayout &layout)
{
    std::set<int> ranks;
    for (const SlipLine &line : layout.document().lines)
        ranks.insert(line.givesWay);
    return {ranks.begin(), ranks.end()};
}

QStringList textsOf(const SlipLayout &layout)
{
    QStringList texts;
    for (const SlipLine &line : layout.document().lines)
        texts += line.text;
    return texts;
}

class OnEveryPaper : public ::testing::TestWithParam<SampleLanguage> {};

TEST_P(OnEveryPaper, TheSameIsSaid)
{
    for (const double width : {60.0, 0.0}) {
        for (const int contacts : {1, 2, 4, 10}) {
            const SlipDocument slip = bilingual(GetParam(), width, width == 0 ? 0 : 90, contacts);
            const QStringList own = textsOf(SlipLayout(slip));
            for (const Paper &paper : {narrowRoll, wideRoll, a4, letter, cardSheet})
                EXPECT_EQ(textsOf(SlipLayout(slip, paper)), own) << width << " on " << paper.widthMm;
            const SlipLayout again(SlipLayout(slip).document());
            EXPECT_EQ(textsOf(again), own) << "what is left gives way no more";
            EXPECT_EQ(again.image(inkDpi), SlipLayout(slip).image(inkDpi));
        }
    }
}

TEST_P(OnEveryPaper, NothingStandsInTheMargins)
{
    for (const double width : {60.0, 0.0})
        for (const int contacts : {1, 4, 10})
            for (const Paper &paper : {narrowRoll, wideRoll, a4, letter, cardSheet}) {
                const QImage page =
                    SlipLayout(bilingual(GetParam(), width, width == 0 ? 0 : 90, contacts), paper).image(inkDpi);
                const int margin = static_cast<int>((paper.marginMm - 0.3) * dotsPerMm);
                EXPECT_TRUE(page.rect().adjusted(margin, margin, -margin, -margin).contains(inkOf(page)))
                    << width << " on " << paper.widthMm << ", contacts: " << contacts;
            }
}

TEST_P(OnEveryPaper, SheetHoldsTenContactsInBothLanguages)
{
    const SlipDocument slip = bilingual(GetParam(), 0, 0, 10);
    for (const Paper &paper : {a4, letter}) {
        const SlipLayout layout(slip, paper);
        EXPECT_EQ(layout.sizeMm(), QSizeF(paper.widthMm, paper.heightMm));
        // Digits of 18 pt: drawn smaller if the text had outgrown the sheet.
        const QImage page = layout.image(inkDpi);
        int numbers = 0;
        for (const SlipLine &line : layout.document().lines)
            numbers += line.role == Role::Number ? 1 : 0;
        EXPECT_EQ(numbers, 10);
        EXPECT_LT(inkOf(page).bottom(), page.height() - 13 * dotsPerMm);
    }
}

INSTANTIATE_TEST_SUITE_P(Slip, OnEveryPaper, ::testing::ValuesIn(sampleLanguages()), [](const auto &language) {
    return QString::fromStdString(language.param.tag).remove(QLatin1Char('-')).toStdString();
});

SampleLanguage english()
{
    return sampleLanguages().front();
}

TEST(SlipPaper, TheLowerNumberHasTheBetterClaim)
{
    std::vector<std::size_t> left;
    for (const double height : {300.0, 200.0, 160.0, 120.0, 90.0, 80.0}) {
        const SlipLayout layout(bilingual(english(), 60, height, 4));
        const std::vector<int> ranks = ranksOf(layout);
        left.push_back(ranks.size());
        EXPECT_EQ(ranks.front(), 0);
        EXPECT_EQ(layout.sizeMm(), QSizeF(60, height));
    }
    EXPECT_EQ(left.front(), 5U);
    EXPECT_THAT(left, ::testing::WhenSortedBy(std::greater<>(), ::testing::ElementsAreArray(left)));
    EXPECT_EQ(left.back(), 1U);
}

TEST(SlipPaper, EnglishGoesWithWhatItTranslates)
{
    SlipDocument slip{60, 30, 10, 14, QStringLiteral("Noto Sans"), false, {}};
    slip.lines = {{QStringLiteral("988"), Role::Number, false},
                  {english().hours.repeated(4), Role::Detail, false, 9},
                  {QStringLiteral("Every day"), Role::English, false, 1}};
    EXPECT_EQ(textsOf(SlipLayout(slip)), QStringList{QStringLiteral("988")}) << "there was room for the English alone";
    slip.heightMm = 90;
    EXPECT_EQ(textsOf(SlipLayout(slip)).size(), 3);
}

TEST(SlipPaper, CardFoldsRatherThanLoseItsEnglish)
{
    SlipDocument slip = bilingual(sampleLanguages().front(), 60, 90, 5);
    EXPECT_FALSE(textsOf(SlipLayout(slip)).contains(QStringLiteral("Help line")));
    EXPECT_EQ(SlipLayout(slip).sizeMm(), QSizeF(60, 90));
    slip.fold = content::Fold::Half;
    const SlipLayout folded(slip);
    EXPECT_EQ(textsOf(folded).count(QStringLiteral("Help line")), 5);
    EXPECT_FALSE(textsOf(folded).contains(QStringLiteral("Day and night"))) << "details make no card longer";
    EXPECT_GT(folded.sizeMm().height(), 90);
    EXPECT_LE(folded.sizeMm().height(), 180);
    slip = bilingual(sampleLanguages().front(), 60, 90, 1);
    slip.fold = content::Fold::Half;
    EXPECT_EQ(SlipLayout(slip).sizeMm(), QSizeF(60, 90)) << "what fits is not folded";
}

TEST(SlipPaper, RollIsAsWideAsItIsAndAsLongAsTheText)
{
    SlipDocument slip = bilingual(english(), 60, 90, 1);
    for (const Paper &roll : {narrowRoll, wideRoll}) {
        const SlipLayout layout(slip, roll);
        EXPECT_EQ(layout.sizeMm().width(), roll.widthMm);
        EXPECT_LT(layout.sizeMm().height() - inkOf(layout.image(inkDpi)).bottom() / dotsPerMm, 9);
    }
    EXPECT_LT(SlipLayout(slip, wideRoll).sizeMm().height(), 90);
    EXPECT_GT(SlipLayout(bilingual(english(), 0, 0, 10), narrowRoll).sizeMm().height(), 300);
}

TEST(SlipPaper, ASingleNumberOnARollIsLongEnoughToBeTaken)
{
    SlipDocument slip{60, 90, 10, 14, QStringLiteral("Noto Sans"), false, {}};
    slip.lines.push_back({QStringLiteral("2-1-1"), Role::Number, false});
    for (const Paper &roll : {narrowRoll, wideRoll})
        EXPECT_EQ(SlipLayout(slip, roll).sizeMm().height(), 30);
}

TEST(SlipPaper, CardStandsInACornerOfASheetBetweenItsMarks)
{
    for (const bool rtl : {false, true}) {
        SlipDocument slip = bilingual(english(), 60, 90, 1);
        slip.rightToLeft = rtl;
        const SlipLayout layout(slip, a4);
        EXPECT_EQ(layout.sizeMm(), QSizeF(210, 297));
        QImage page = layout.image(inkDpi);
        if (rtl)
            page = page.mirrored(true, false);
        const QRect ink = inkOf(page);
        EXPECT_NEAR(ink.width() / dotsPerMm, 60 + 2 * 5.5, 0.6) << "marks at both sides";
        EXPECT_NEAR(ink.height() / dotsPerMm, 90 + 2 * 5.5, 0.6);
        EXPECT_LT(ink.left() / dotsPerMm, 5);
        slip.cutMarks = false;
        EXPECT_LT(inkOf(SlipLayout(slip, a4).image(inkDpi)).width() / dotsPerMm, 55);
    }
    EXPECT_EQ(SlipLayout(bilingual(english(), 60, 90, 1), cardSheet).sizeMm(), QSizeF(60, 90)) << "a card printer";
}

TEST(SlipPaper, WhatOutgrowsASheetIsDrawnSmallerAndNotCut)
{
    SlipDocument slip = bilingual(english(), 0, 0, 60);
    for (const Paper &paper : {a4, Paper{148, 210, 4}}) {
        const SlipLayout layout(slip, paper);
        EXPECT_EQ(layout.sizeMm(), QSizeF(paper.widthMm, paper.heightMm));
        const QImage page = layout.image(inkDpi);
        EXPECT_LT(inkOf(page).bottom(), page.height() - 13 * dotsPerMm);
    }
}

TEST(SlipPaper, FoldsAreMarkedAtTheEdgesOfASheet)
{
    SlipDocument slip{0, 0, 12, 18, QStringLiteral("Noto Sans"), false, {}};
    slip.fold = content::Fold::Thirds;
    const QImage page = SlipLayout(slip, a4).image(inkDpi);
    const auto markAt = [&](double y) {
        return inkOf(page.copy(0, static_cast<int>(y * dotsPerMm) - 3, page.width(), 6)).width() / dotsPerMm;
    };
    EXPECT_NEAR(markAt(99), 200, 1);
    EXPECT_NEAR(markAt(198), 200, 1);
    EXPECT_EQ(markAt(148.5), 0);
    EXPECT_TRUE(inkOf(SlipLayout(slip, wideRoll).image(inkDpi)).isNull()) << "a roll is not folded there";
}

TEST(SlipPaper, CodeMakesACardLongerAndChangesNothingElse)
{
    SlipDocument slip = bilingual(english(), 60, 90, 4);
    const SlipLayout without(slip);
    slip.code = QStringLiteral("Help line 1-888-373-7888");
    const SlipLayout with(slip);
    EXPECT_EQ(textsOf(with), textsOf(without));
    EXPECT_GT(with.sizeMm().height(), 90 + 10);
    EXPECT_EQ(SlipLayout(slip, a4).sizeMm(), QSizeF(210, 297));
}

TEST(SlipPaper, ModulesOfACodeAreWholeDotsOfAReceiptPrinter)
{
    SlipDocument slip{60, 0, 10, 14, QStringLiteral("Noto Sans"), false, {}};
    slip.code = QString(600, u'x');
    const QImage page = SlipLayout(slip, narrowRoll).bitmap(203);
    const QRect code = inkOf(page);
    EXPECT_EQ(code.width() % 4, 0);
    EXPECT_EQ(code.width(), code.height());
    for (int y = 0; y < code.height(); y += 4)
        for (int x = 0; x < code.width(); x += 4)
            for (int i = 1; i < 4; ++i)
                ASSERT_EQ(page.pixelIndex(code.left() + x, code.top() + y),
                          page.pixelIndex(code.left() + x + i, code.top() + y + i));
}

TEST(SlipPaper, BitmapIsBlackWhereASetBitIs)
{
    const SlipLayout layout(bilingual(english(), 60, 90, 1));
    const QImage bits = layout.bitmap(inkDpi);
    const QImage grey = layout.image(inkDpi);
    ASSERT_EQ(bits.format(), QImage::Format_Mono);
    ASSERT_EQ(bits.size(), grey.size());
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x) {
            const bool set = (bits.constScanLine(y)[x / 8] & (0x80 >> (x % 8))) != 0;
            ASSERT_EQ(set, bits.pixelColor(x, y) == Qt::black);
            if (grey.constScanLine(y)[x] < 100 || grey.constScanLine(y)[x] > 200) {
                ASSERT_EQ(set, grey.constScanLine(y)[x] < 100);
            }
        }
}

} // namespace
} // namespace porchlight::print
