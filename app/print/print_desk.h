// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/printer.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace porchlight::print {

/// Takes one slip at a time and prints it on a thread of its own. Between slips it asks the printer how it is, on a
/// fixed tick that no visit changes. Reports come on that thread; a report must not destroy the desk.
class PrintDesk {
public:
    using StatusReport = std::function<void(PrinterStatus)>;
    using Time = content::Clock::Monotonic;
    explicit PrintDesk(std::unique_ptr<Printer> printer, Time tick = Time(5000));
    /// Cancels what is being printed and waits for it, at most as long as Printer promises.
    ~PrintDesk();
    PrintDesk(const PrintDesk &) = delete;
    PrintDesk &operator=(const PrintDesk &) = delete;

    /// False while a slip is being printed. From its final report on, or once it is being cancelled, the next one is
    /// taken; it begins when the other has ended.
    bool print(SlipDocument slip, Printer::Report report);
    void cancel();
    /// From now on tells each change of the printer's status, the first one soon. Call it once.
    void watch(StatusReport report);

private:
    struct Job {
        SlipDocument slip;
        Printer::Report report;
        std::stop_source stop;
    };

    void work(std::stop_token quit);
    void run(const std::shared_ptr<Job> &job);
    void look();
    void skipTicks();

    std::unique_ptr<Printer> m_printer;
    Time m_tick;
    content::SystemClock m_clock;
    std::optional<Time> m_nextTick;        ///< none while nobody watches
    std::optional<PrinterStatus> m_status; ///< as told last; the thread's own
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    StatusReport m_statusReport;
    std::stop_source m_asking;               ///< a slip does not wait for a printer that is slow to say how it is
    std::deque<std::shared_ptr<Job>> m_jobs; ///< from print() to the final report; all but the last are being cancelled
    std::jthread m_thread;                   ///< last, so that it ends before what it uses
};

} // namespace porchlight::print
