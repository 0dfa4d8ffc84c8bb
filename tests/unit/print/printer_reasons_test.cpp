// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/printer_reasons.h"

#include <gtest/gtest.h>

namespace porchlight::print {
namespace {

TEST(PrinterReasons, SeverityIsLeftOut)
{
    for (const char *reason : {"media-empty", "media-empty-error", "media-empty-warning", "media-empty-report"})
        EXPECT_EQ(withoutSeverity(reason), "media-empty");
    EXPECT_EQ(withoutSeverity("none"), "none");
}

TEST(PrinterReasons, TellsWhatHinders)
{
    EXPECT_EQ(hindranceOf({}), Hindrance::None);
    EXPECT_EQ(hindranceOf({"none"}), Hindrance::None);
    EXPECT_EQ(hindranceOf({"toner-low-warning", "media-low-report"}), Hindrance::None);
    EXPECT_EQ(hindranceOf({"media-needed-warning"}), Hindrance::OutOfPaper);
    EXPECT_EQ(hindranceOf({"media-empty-error", "cover-open"}), Hindrance::CoverOpen);
    EXPECT_EQ(hindranceOf({"media-jam-error"}), Hindrance::Jam);
    EXPECT_EQ(hindranceOf({"offline-report"}), Hindrance::NotReachable);
}

TEST(PrinterReasons, OtherTroubleCountsUnlessItIsAWarning)
{
    EXPECT_EQ(hindranceOf({"other"}), Hindrance::Other);
    EXPECT_EQ(hindranceOf({"other-error"}), Hindrance::Other);
    EXPECT_EQ(hindranceOf({"other-warning"}), Hindrance::None);
    EXPECT_EQ(hindranceOf({"other-report"}), Hindrance::None);
    EXPECT_EQ(hindranceOf({"other", "media-empty"}), Hindrance::OutOfPaper);
}

TEST(PrinterReasons, TellsWhenPaperRunsLow)
{
    EXPECT_TRUE(isPaperLow({"media-low-report"}));
    EXPECT_TRUE(isPaperLow({"none", "media-low"}));
    EXPECT_FALSE(isPaperLow({"media-empty-error"}));
}

TEST(PrinterReasons, CupsTellsWhenThePrinterHasTheDocument)
{
    EXPECT_FALSE(isAtPrinter({"none"}));
    EXPECT_TRUE(isAtPrinter({"media-empty-warning", "cups-waiting-for-job-completed"}));
}

} // namespace
} // namespace porchlight::print
