// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"

#include <gtest/gtest.h>

#include <atomic>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

/// Stands in the state that it is told.
struct ScriptedPrinter final : print::Printer {
    void print(const print::SlipDocument &, const Report &report, std::stop_token stop) override
    {
        ++begun;
        print::PrintState told = print::PrintState::GettingReady;
        while (!print::isFinal(told) && !stop.stop_requested()) {
            if (const print::PrintState now = state; now != told)
                report(told = now);
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
        if (!print::isFinal(told))
            report(print::PrintState::Cancelled);
    }
    static inline std::atomic<print::PrintState> state = print::PrintState::GettingReady;
    static inline std::atomic<int> begun = 0;
};

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
    print::PrinterStatus status(std::stop_token) override { return {readiness.load(), false, std::nullopt}; }
    static inline std::atomic<print::PrinterStatus::Readiness> readiness = print::PrinterStatus::Readiness::Ready;
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
    Rig rig{demonstration(), {desk.get()}};
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

TEST_F(SlipPageTest, theCodeIsOnTheSlipOnlyWhereItIsAskedForAndGoesWithTheVisit)
{
    EXPECT_FALSE(slip.withCode());
    slip.toggle(u"hotline.call"_s);
    slip.toggleCode();
    EXPECT_TRUE(slip.withCode());
    rig.view().clearScreen();
    EXPECT_FALSE(slip.withCode());
}

TEST_F(SlipPageTest, everyLineThatIsSpokenNamesItsLanguage)
{
    ASSERT_TRUE(rig.choose(u"es"_s));
    slip.toggle(u"hotline.call"_s);
    ASSERT_FALSE(slip.spokenLines().isEmpty());
    EXPECT_EQ(slip.spokenLines().size(), slip.spokenTongues().size());
    const qsizetype asks =
        slip.spokenLines().indexOf(QString::fromStdString(rig.kiosk->edition()->language.askForInterpreter));
    ASSERT_GE(asks, 0);
    EXPECT_EQ(slip.spokenTongues()[asks], u"en"_s);
    EXPECT_TRUE(slip.spokenTongues().front().isEmpty());
}

TEST_F(SlipPageTest, whatThePrinterSaysIsKnownBeforeTheTapAndGoesByItself)
{
    using Readiness = print::PrinterStatus::Readiness;
    const std::tuple<Readiness, SlipPage::State, bool> told[] = {
        {Readiness::Unknown, SlipPage::Choosing, true},    {Readiness::OutOfPaper, SlipPage::OutOfPaper, true},
        {Readiness::CoverOpen, SlipPage::CoverOpen, true}, {Readiness::NotReachable, SlipPage::NotReachable, true},
        {Readiness::NeedsHelp, SlipPage::NeedsHelp, true}, {Readiness::Ready, SlipPage::Choosing, true},
    };
    slip.toggle(u"hotline.call"_s);
    for (const auto &[readiness, trouble, printable] : told) {
        slip.take({readiness, false, std::nullopt});
        EXPECT_EQ(slip.trouble(), trouble);
        EXPECT_EQ(slip.canPrint(), printable);
        EXPECT_TRUE(slip.anyChosen()) << "to remember it is always possible";
        EXPECT_EQ(slip.state(), SlipPage::Choosing);
    }
}

TEST_F(SlipPageTest, aSlipThatNobodyTakesGoesWithTheVisit)
{
    slip.toggle(u"hotline.call"_s);
    SlowPrinter::paper = true;
    rig.view().touched();
    slip.print();
    rig.view().open(u"print"_s);
    ASSERT_TRUE(waitFor([&] { return slip.state() == SlipPage::Printed; }));
    rig.clock.advance(visit::Idle::shortest);
    rig.view().timePassed();
    EXPECT_TRUE(rig.view().asking());
    rig.clock.advance(visit::Idle::toAnswer);
    rig.view().timePassed();
    EXPECT_EQ(rig.view().page(), u"languages"_s);
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
    EXPECT_FALSE(slip.anyChosen());
}

class EveryState : public testing::TestWithParam<print::PrintState> {
protected:
    void SetUp() override
    {
        ScriptedPrinter::begun = 0;
        ScriptedPrinter::state = GetParam();
        ASSERT_TRUE(rig.start());
        slip.toggle(u"hotline.call"_s);
        slip.print();
        ASSERT_TRUE(waitFor([&] { return ScriptedPrinter::begun == 1; }));
    }
    void TearDown() override { desk.reset(); }
    /// The desk is free again: the next slip is begun.
    bool printsAgain()
    {
        ScriptedPrinter::state = print::PrintState::Printed;
        return waitFor([&] {
                   if (slip.state() == SlipPage::Failed) // the desk is not free yet
                       slip.done();
                   slip.print();
                   return slip.state() == SlipPage::Printed;
               }) &&
               ScriptedPrinter::begun == 2;
    }

    std::unique_ptr<print::PrintDesk> desk = std::make_unique<print::PrintDesk>(std::make_unique<ScriptedPrinter>());
    Rig rig{demonstration(), {desk.get()}};
    SlipPage &slip = rig.kiosk->slip();
};

TEST_P(EveryState, aSecondTapDoesNothing)
{
    for (int tap = 0; tap < 5; ++tap)
        slip.print();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    slip.print();
    EXPECT_EQ(ScriptedPrinter::begun, 1);
}

TEST_P(EveryState, theVisitorCanAlwaysLeave)
{
    slip.cancel();
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
}

TEST_P(EveryState, clearScreenCancels)
{
    rig.view().clearScreen();
    EXPECT_EQ(slip.state(), SlipPage::Choosing);
    EXPECT_FALSE(slip.anyChosen());
    slip.toggle(u"hotline.call"_s);
    EXPECT_TRUE(printsAgain());
}

TEST_P(EveryState, whatWaitsGoesOnByItself)
{
    if (print::isFinal(GetParam()))
        return;
    ScriptedPrinter::state = print::PrintState::Printing;
    ASSERT_TRUE(waitFor([&] { return slip.state() == SlipPage::Printing; }));
    ScriptedPrinter::state = print::PrintState::Printed;
    EXPECT_TRUE(waitFor([&] { return slip.state() == SlipPage::Printed; }));
    EXPECT_EQ(ScriptedPrinter::begun, 1);
}

INSTANTIATE_TEST_SUITE_P(Printing, EveryState,
                         testing::Values(print::PrintState::GettingReady, print::PrintState::Printing,
                                         print::PrintState::OutOfPaper, print::PrintState::CoverOpen,
                                         print::PrintState::NotReachable, print::PrintState::Failed));

TEST(SlipPage, mayEndBeforeItsDesk)
{
    print::PrintDesk desk(std::make_unique<SlowPrinter>());
    SlowPrinter::paper = false;
    {
        Rig rig(demonstration(), {&desk});
        ASSERT_TRUE(rig.start());
        rig.kiosk->slip().toggle(u"hotline.call"_s);
        rig.kiosk->slip().print();
    }
    desk.cancel();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

TEST(SlipPage, withoutAPrinterItSaysSoAndPrintsNothing)
{
    Rig rig(demonstration());
    ASSERT_TRUE(rig.start());
    rig.kiosk->slip().toggle(u"hotline.call"_s);
    EXPECT_EQ(rig.kiosk->slip().trouble(), SlipPage::NoPrinter);
    EXPECT_FALSE(rig.kiosk->slip().canPrint());
    rig.kiosk->slip().print();
    EXPECT_EQ(rig.kiosk->slip().state(), SlipPage::NoPrinter);
}

TEST(SlipPage, aDemonstrationPrintsItsFileWhereThereIsNoPrinter)
{
    const print::PrinterStatus none{print::PrinterStatus::Readiness::NoPrinter, false, std::nullopt};
    const std::tuple<store::ReleaseRows, SlipPage::State> modes[] = {{demonstration(), SlipPage::Choosing},
                                                                     {store::smallRelease(), SlipPage::NoPrinter}};
    for (const auto &[rows, trouble] : modes) {
        print::PrintDesk desk(std::make_unique<SlowPrinter>());
        Rig rig(rows, {&desk});
        ASSERT_TRUE(rig.start());
        rig.kiosk->slip().toggle(u"hotline.call"_s);
        rig.kiosk->slip().take(none);
        EXPECT_EQ(rig.kiosk->slip().trouble(), trouble);
        EXPECT_EQ(rig.kiosk->slip().canPrint(), trouble == SlipPage::Choosing);
    }
}

TEST(SlipPage, hearsThePrinterThroughItsDesk)
{
    SlowPrinter::readiness = print::PrinterStatus::Readiness::CoverOpen;
    auto desk = std::make_unique<print::PrintDesk>(std::make_unique<SlowPrinter>(), print::PrintDesk::Time(5));
    Rig rig(demonstration(), {desk.get()});
    ASSERT_TRUE(rig.start());
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->slip().trouble() == SlipPage::CoverOpen; }));
    SlowPrinter::readiness = print::PrinterStatus::Readiness::Ready;
    EXPECT_TRUE(waitFor([&] { return rig.kiosk->slip().trouble() == SlipPage::Choosing; }));
    desk.reset();
}
