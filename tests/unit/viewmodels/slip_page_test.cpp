// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

#include <atomic>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

/// Prints when told to, and counts.
struct SlowPrinter final : print::Printer {
    void print(const print::SlipDocument &, const Report &report, std::stop_token stop) override
    {
        ++begun;
        report(print::PrintState::Printing);
        while (!paper && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        report(paper ? print::PrintState::Printed : print::PrintState::Cancelled);
    }
    static inline std::atomic<int> begun = 0;
    static inline std::atomic<bool> paper = false;
};

class SlipPageTest : public testing::Test {
protected:
    void SetUp() override
    {
        SlowPrinter::begun = 0;
        SlowPrinter::paper = false;
        ASSERT_TRUE(rig.start());
        ASSERT_TRUE(rig.choose(u"en"_s));
    }
    void TearDown() override { desk.reset(); }

    std::unique_ptr<print::PrintDesk> desk = std::make_unique<print::PrintDesk>(std::make_unique<SlowPrinter>());
    Rig rig{demonstration(), {desk.get(), SlipPage::PrintsIn::AnyMode}};
    SlipPage &slip = rig.kiosk->slip();
};

} // namespace

TEST_F(SlipPageTest, nothingChosenCannotBePrinted)
{
    EXPECT_FALSE(slip.canPrint());
    slip.print();
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
    EXPECT_EQ(SlowPrinter::begun, 0);
}

TEST_F(SlipPageTest, whatMayNotStandOnPaperCannotBeChosen)
{
    slip.toggle(u"old.call"_s);
    EXPECT_TRUE(rig.visit.slip().channelIds().empty());
    EXPECT_FALSE(slip.canPrint());
}

TEST_F(SlipPageTest, oneTapPrintsOneSlip)
{
    slip.toggle(u"hotline.call"_s);
    EXPECT_FALSE(slip.preview().isEmpty());
    slip.print();
    slip.print();
    slip.print();
    ASSERT_TRUE(waitFor([&] { return slip.state() == SlipPage::Printing; }));
    slip.print();
    SlowPrinter::paper = true;
    ASSERT_TRUE(waitFor([&] { return slip.state() == SlipPage::Printed; }));
    EXPECT_EQ(SlowPrinter::begun, 1);
    slip.done();
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
}

TEST_F(SlipPageTest, clearScreenCancelsWhatIsOnItsWay)
{
    slip.toggle(u"hotline.call"_s);
    slip.print();
    ASSERT_TRUE(waitFor([&] { return slip.state() == SlipPage::Printing; }));
    rig.view().clearScreen();
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
    // The report of the cancelled job comes late and changes nothing.
    QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
    EXPECT_TRUE(slip.preview().isEmpty());
}

TEST(SlipPage, withoutAPrinterItSaysSoAndPrintsNothing)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    rig.kiosk->slip().toggle(u"hotline.call"_s);
    rig.kiosk->slip().print();
    EXPECT_EQ(rig.kiosk->slip().state(), SlipPage::NoPrinter);
}

TEST(SlipPage, thePdfOfADemonstrationIsNeverWrittenLive)
{
    SlowPrinter::begun = 0;
    print::PrintDesk desk(std::make_unique<SlowPrinter>());
    Rig rig(store::smallRelease(), {&desk, SlipPage::PrintsIn::DemonstrationOnly});
    ASSERT_TRUE(rig.start());
    rig.kiosk->slip().toggle(u"hotline.call"_s);
    rig.kiosk->slip().print();
    EXPECT_EQ(rig.kiosk->slip().state(), SlipPage::NoPrinter);
    EXPECT_EQ(SlowPrinter::begun, 0);
}
