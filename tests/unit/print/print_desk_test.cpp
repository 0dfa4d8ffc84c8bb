// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/clock.h"
#include "print/ipp_printer.h"
#include "print/print_desk.h"
#include "sample_slips.h"

#include <gmock/gmock.h>

#include <future>
#include <latch>

namespace porchlight::print {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

SlipDocument slip()
{
    return sampleSlip(sampleLanguages().front(), 60, 90);
}

/// Prints until it is stopped or let go.
class SlowPrinter : public Printer {
public:
    explicit SlowPrinter(std::shared_future<void> letGo) : m_letGo(std::move(letGo)) {}
    void print(const SlipDocument &, const Report &report, std::stop_token stop) override
    {
        report(PrintState::Printing);
        while (!stop.stop_requested() && m_letGo.wait_for(1ms) != std::future_status::ready) {
        }
        report(stop.stop_requested() ? PrintState::Cancelled : PrintState::Printed);
        report(PrintState::Failed); // after the end: nobody hears it
    }

private:
    std::shared_future<void> m_letGo;
};

struct Heard {
    std::vector<PrintState> states;
    std::latch end{1};
    Printer::Report ear()
    {
        return [this](PrintState state) {
            states.push_back(state);
            if (isFinal(state))
                end.count_down();
        };
    }
};

TEST(PrintDesk, TakesOneSlipAtATime)
{
    std::promise<void> letGo;
    PrintDesk desk(std::make_unique<SlowPrinter>(letGo.get_future().share()));
    Heard first;
    Heard second;
    EXPECT_TRUE(desk.print(slip(), first.ear()));
    EXPECT_FALSE(desk.print(slip(), second.ear()));
    letGo.set_value();
    first.end.wait();
    EXPECT_TRUE(desk.print(slip(), second.ear())) << "free from the final report on";
    second.end.wait();
    EXPECT_THAT(first.states, ElementsAre(PrintState::Printing, PrintState::Printed));
    EXPECT_THAT(second.states, ElementsAre(PrintState::Printing, PrintState::Printed));
}

TEST(PrintDesk, Cancels)
{
    std::promise<void> never;
    PrintDesk desk(std::make_unique<SlowPrinter>(never.get_future().share()));
    desk.cancel(); // nothing to cancel
    Heard heard;
    EXPECT_TRUE(desk.print(slip(), heard.ear()));
    desk.cancel();
    heard.end.wait();
    EXPECT_EQ(heard.states.back(), PrintState::Cancelled);
}

TEST(PrintDesk, ClosingTheDeskCancels)
{
    std::promise<void> never;
    const std::shared_future<void> letGo = never.get_future().share();
    Heard heard;
    {
        PrintDesk desk(std::make_unique<SlowPrinter>(letGo));
        EXPECT_TRUE(desk.print(slip(), heard.ear()));
    }
    EXPECT_EQ(heard.states.back(), PrintState::Cancelled);
    PrintDesk idle(std::make_unique<SlowPrinter>(letGo));
}

TEST(PrintDesk, PrinterThatThrowsHasFailed)
{
    struct Broken : Printer {
        void print(const SlipDocument &, const Report &, std::stop_token) override { throw std::bad_alloc(); }
    };
    PrintDesk desk(std::make_unique<Broken>());
    Heard heard;
    EXPECT_TRUE(desk.print(slip(), heard.ear()));
    heard.end.wait();
    EXPECT_THAT(heard.states, ElementsAre(PrintState::Failed));
}

TEST(IppPrinter, SaysAtOnceThatThereIsNoScheduler)
{
    const content::SystemClock clock;
    const auto start = clock.now();
    IppPrinter printer(cupsQueue("/nowhere/cups.sock", "slip"));
    std::vector<PrintState> states;
    printer.print(slip(), [&](PrintState state) { states.push_back(state); }, {});
    EXPECT_THAT(states, ElementsAre(PrintState::GettingReady, PrintState::NotReachable));
    EXPECT_LT(clock.now() - start, 2s);
}

} // namespace
} // namespace porchlight::print
