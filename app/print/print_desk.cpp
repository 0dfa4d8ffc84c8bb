// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/print_desk.h"

#include <exception>

namespace porchlight::print {

PrintDesk::PrintDesk(std::unique_ptr<Printer> printer)
    : m_printer(std::move(printer)), m_thread([this](std::stop_token quit) { work(quit); })
{
}

PrintDesk::~PrintDesk()
{
    cancel();
    m_thread.request_stop();
}

bool PrintDesk::print(SlipDocument slip, Printer::Report report)
{
    const std::lock_guard lock(m_mutex);
    if (m_current)
        return false;
    m_current = std::make_shared<Job>(Job{std::move(slip), std::move(report), {}});
    m_waiting = m_current;
    m_wake.notify_one();
    return true;
}

void PrintDesk::cancel()
{
    const std::lock_guard lock(m_mutex);
    if (m_current)
        m_current->stop.request_stop();
}

void PrintDesk::watch(StatusReport report)
{
    const std::lock_guard lock(m_mutex);
    m_statusReport = std::move(report);
    m_wake.notify_one();
}

void PrintDesk::work(std::stop_token quit)
{
    while (true) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, quit, [this] { return m_waiting != nullptr; });
            job = std::exchange(m_waiting, nullptr);
        }
        if (!job)
            return;
        run(job);
    }
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
            m_current = nullptr;
            ended = true;
        }
        job->report(state);
    };
    try {
        m_printer->print(job->slip, tell, job->stop.get_token());
    } catch (const std::exception &) {
        // An out-of-memory slip must not end the kiosk.
    }
    tell(PrintState::Failed);
}

} // namespace porchlight::print
