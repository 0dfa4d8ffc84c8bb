// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/clock.h"
#include "print/ipp_printer.h"
#include "print/print_desk.h"
#include "sample_slips.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <thread>

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

TEST(PrintDesk, TakesTheNextWhileTheLastIsBeingCancelled)
{
    std::promise<void> letGo;
    PrintDesk desk(std::make_unique<SlowPrinter>(letGo.get_future().share()));
    Heard first;
    Heard second;
    Heard third;
    EXPECT_TRUE(desk.print(slip(), first.ear()));
    desk.cancel();
    EXPECT_TRUE(desk.print(slip(), second.ear()));
    EXPECT_FALSE(desk.print(slip(), third.ear())) << "one at a time";
    first.end.wait();
    EXPECT_EQ(first.states.back(), PrintState::Cancelled);
    letGo.set_value();
    second.end.wait();
    EXPECT_THAT(second.states, ElementsAre(PrintState::Printing, PrintState::Printed));
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

/// Counts how often it is asked, and answers as it is told to.
class AskedPrinter : public Printer {
public:
    struct Book {
        std::mutex mutex;
        PrinterStatus says{PrinterStatus::Readiness::Ready, false, {}};
        int asked = 0;
        bool printing = false;
        bool askedWhilePrinting = false;
        bool slow = false; ///< answers only when it is broken off
        void set(PrinterStatus::Readiness readiness)
        {
            const std::lock_guard lock(mutex);
            says.readiness = readiness;
        }
        int count()
        {
            const std::lock_guard lock(mutex);
            return asked;
        }
    };
    explicit AskedPrinter(Book &book) : m_book(book) {}
    void print(const SlipDocument &, const Report &report, std::stop_token) override
    {
        set(true);
        std::this_thread::sleep_for(30ms); // many ticks
        set(false);
        report(PrintState::Printed);
    }
    PrinterStatus status(std::stop_token stop) override
    {
        std::unique_lock lock(m_book.mutex);
        ++m_book.asked;
        m_book.askedWhilePrinting = m_book.askedWhilePrinting || m_book.printing;
        while (m_book.slow && !stop.stop_requested()) {
            lock.unlock();
            std::this_thread::sleep_for(1ms);
            lock.lock();
        }
        return m_book.says;
    }

private:
    void set(bool printing)
    {
        const std::lock_guard lock(m_book.mutex);
        m_book.printing = printing;
    }
    Book &m_book;
};

/// What the desk told of the printer.
struct Told {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<PrinterStatus::Readiness> states;
    PrintDesk::StatusReport ear()
    {
        return [this](const PrinterStatus &status) {
            const std::lock_guard lock(mutex);
            states.push_back(status.readiness);
            changed.notify_all();
        };
    }
    void waitFor(size_t count)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return states.size() >= count; });
    }
};

void waitUntilAsked(AskedPrinter::Book &book, int times)
{
    while (book.count() < times)
        std::this_thread::sleep_for(1ms);
}

TEST(PrintDesk, TellsOfThePrinterOnlyWhatHasChanged)
{
    AskedPrinter::Book book;
    Told told;
    PrintDesk desk(std::make_unique<AskedPrinter>(book), 2ms);
    std::this_thread::sleep_for(10ms);
    EXPECT_EQ(book.count(), 0) << "nobody watches yet";
    desk.watch(told.ear());
    told.waitFor(1);
    waitUntilAsked(book, 5);
    book.set(PrinterStatus::Readiness::OutOfPaper);
    told.waitFor(2);
    waitUntilAsked(book, book.count() + 3);
    book.set(PrinterStatus::Readiness::Ready);
    told.waitFor(3);
    EXPECT_THAT(told.states, ElementsAre(PrinterStatus::Readiness::Ready, PrinterStatus::Readiness::OutOfPaper,
                                         PrinterStatus::Readiness::Ready));
}

TEST(PrintDesk, DoesNotAskWhileItPrints)
{
    AskedPrinter::Book book;
    Told told;
    Heard heard;
    PrintDesk desk(std::make_unique<AskedPrinter>(book), 2ms);
    desk.watch(told.ear());
    waitUntilAsked(book, 2);
    EXPECT_TRUE(desk.print(slip(), heard.ear()));
    heard.end.wait();
    waitUntilAsked(book, book.count() + 2);
    EXPECT_FALSE(book.askedWhilePrinting);
}

TEST(PrintDesk, ASlipDoesNotWaitForAPrinterThatIsSlowToSayHowItIs)
{
    AskedPrinter::Book book;
    book.slow = true;
    Told told;
    Heard heard;
    PrintDesk desk(std::make_unique<AskedPrinter>(book), 2ms);
    desk.watch(told.ear());
    waitUntilAsked(book, 1);
    EXPECT_TRUE(desk.print(slip(), heard.ear())); // else this never ends
    heard.end.wait();
    EXPECT_TRUE(told.states.empty()) << "what was broken off says nothing";
    waitUntilAsked(book, 2); // and so the desk closes while it asks
}

TEST(PrintDesk, TheTickDoesNotMoveWithSlips)
{
    AskedPrinter::Book book;
    Told told;
    const content::SystemClock clock;
    PrintDesk desk(std::make_unique<AskedPrinter>(book), 200ms);
    const auto start = clock.now();
    desk.watch(told.ear());
    waitUntilAsked(book, 1);
    for (int i = 0; i < 3; ++i) {
        Heard heard;
        EXPECT_TRUE(desk.print(slip(), heard.ear()));
        heard.end.wait();
        EXPECT_TRUE(book.count() == 1 || clock.now() - start >= 200ms) << "a slip brings no look of its own";
    }
    waitUntilAsked(book, 2);
    EXPECT_GE(clock.now() - start, 199ms);
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
    EXPECT_EQ(printer.status({}).readiness, PrinterStatus::Readiness::NotReachable);
}

} // namespace
} // namespace porchlight::print
