// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/print_desk.h"

#include <exception>

namespace porchlight::print {

PrintDesk::PrintDesk(std::unique_ptr<Printer> printer, Time tick)
    : m_printer(std::move(printer)), m_tick(tick), m_thread([this](std::stop_token quit) { work(quit); })
{
}

PrintDesk::~PrintDesk()
{
    cancel();
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    m_asking.request_stop();
}

bool PrintDesk::print(SlipDocument slip, Printer::Report report)
{
    const std::lock_guard lock(m_mutex);
    if (!m_jobs.empty() && !m_jobs.back()->stop.stop_requested())
        return false;
    m_jobs.push_back(std::make_shared<Job>(Job{std::move(slip), std::move(report), {}}));
    m_asking.request_stop();
    m_wake.notify_one();
    return true;
}

void PrintDesk::cancel()
{
    const std::lock_guard lock(m_mutex);
    for (const std::shared_ptr<Job> &job : m_jobs)
        job->stop.request_stop();
}

void PrintDesk::watch(StatusReport report)
{
    const std::lock_guard lock(m_mutex);
    m_statusReport = std::move(report);
    m_nextTick = m_clock.now();
    m_wake.notify_one();
}

void PrintDesk::work(std::stop_token quit)
{
    while (true) {
        std::shared_ptr<Job> job;
        bool tick = false;
        {
            std::unique_lock lock(m_mutex);
            const bool watched = m_nextTick.has_value();
            const auto due = [&] { return !m_jobs.empty() || m_nextTick.has_value() != watched; };
            if (watched)
                m_wake.wait_for(lock, quit, *m_nextTick - m_clock.now(), due);
            else
                m_wake.wait(lock, quit, due);
            job = m_jobs.empty() ? nullptr : m_jobs.front();
            tick = !job && m_nextTick && m_clock.now() >= *m_nextTick;
            if (tick)
                m_asking = {};
        }
        if (job) // one that was taken is told of, also at the end
            run(job);
        else if (quit.stop_requested())
            return;
        else if (tick)
            look();
        skipTicks();
    }
}

/// The ticks stand where they stood, however long a slip took: when one comes says nothing of slips.
void PrintDesk::skipTicks()
{
    const std::lock_guard lock(m_mutex);
    while (m_nextTick && *m_nextTick <= m_clock.now())
        *m_nextTick += m_tick;
}

void PrintDesk::look()
{
    PrinterStatus status;
    try {
        status = m_printer->status(m_asking.get_token());
    } catch (const std::exception &) {
        return;
    }
    // What was broken off for a slip says nothing.
    if (m_asking.stop_requested() || status == m_status)
        return;
    m_status = status;
    m_statusReport(status);
}

void PrintDesk::run(const std::shared_ptr<Job> &job)
{
    bool ended = false;
    const auto tell = [&](PrintState state) {
        if (ended)
            return;
        if (isFinal(state)) {
            // Free before told, so that whoever hears the end may print again at once.
            const std::lock_guard lock(m_mutex);
            m_jobs.pop_front();
            ended = true;
        }
        job->report(state);
    };
    try {
        if (job->stop.stop_requested()) // before it was begun
            return tell(PrintState::Cancelled);
        m_printer->print(job->slip, tell, job->stop.get_token());
    } catch (const std::exception &) {
        // An out-of-memory slip must not end the kiosk.
    }
    tell(PrintState::Failed);
}

} // namespace porchlight::print
