// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/printer.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace porchlight::print {

/// Takes one slip at a time and prints it on a thread of its own. Reports come on that thread; a report must not
/// destroy the desk.
class PrintDesk {
public:
    explicit PrintDesk(std::unique_ptr<Printer> printer);
    /// Cancels what is being printed and waits for it, at most as long as Printer promises.
    ~PrintDesk();
    PrintDesk(const PrintDesk &) = delete;
    PrintDesk &operator=(const PrintDesk &) = delete;

    /// False while a slip is being printed. From a final report on, the next one is taken.
    bool print(SlipLayout slip, Printer::Report report);
    void cancel();

private:
    struct Job {
        SlipLayout slip;
        Printer::Report report;
        std::stop_source stop;
    };

    void work(std::stop_token quit);
    void run(const std::shared_ptr<Job> &job);

    std::unique_ptr<Printer> m_printer;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::shared_ptr<Job> m_waiting;
    std::shared_ptr<Job> m_current; ///< from print() until its final report
    std::jthread m_thread;          ///< last, so that it ends before what it uses
};

} // namespace porchlight::print
