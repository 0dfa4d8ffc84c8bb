// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/ipp_printer.h"

#include "content/clock.h"
#include "print/ipp_client.h"
#include "print/slip_layout.h"

#include <condition_variable>
#include <mutex>

namespace porchlight::print {

namespace {

/// False as soon as a stop comes.
bool pause(std::stop_token stop, Patience::Time time)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace

IppPrinter::IppPrinter(IppPlace place, Patience patience) : m_place(std::move(place)), m_patience(patience) {}

void IppPrinter::print(const SlipDocument &slip, const Report &report, std::stop_token stop)
{
    report(PrintState::GettingReady);
    const SlipLayout layout(slip);
    const QByteArray pdf = layout.pdf();
    IppClient client(m_place, stop);
    const auto limit = std::chrono::ceil<std::chrono::seconds>(m_patience.attention + m_patience.stuck);
    std::optional<int> job;
    if (client.cancelLeftovers())
        job = client.createJob(layout.sizeMm(), limit);
    if (!job) // one that was made although its answer never came holds no document: it can't print
        return report(stop.stop_requested() ? PrintState::Cancelled : PrintState::NotReachable);

    const auto end = [&](PrintState state) {
        if (state != PrintState::Printed)
            client.cancel(*job);
        report(state);
    };
    if (!client.sendDocument(*job, {pdf.constData(), static_cast<size_t>(pdf.size())}))
        return end(stop.stop_requested() ? PrintState::Cancelled : PrintState::Failed);

    const content::SystemClock clock;
    JobWatch watch(m_patience, clock.now());
    PrintState told = PrintState::GettingReady;
    while (pause(stop, m_patience.poll)) {
        const PrintState state = watch.see(client.look(*job), clock.now());
        if (stop.stop_requested() && state != PrintState::Printed)
            break;
        if (isFinal(state))
            return end(state);
        if (state != told)
            report(told = state);
    }
    end(PrintState::Cancelled);
}

PrinterStatus IppPrinter::status(std::stop_token /*stop*/)
{
    return {PrinterStatus::Readiness::Unknown, false, std::nullopt};
}

} // namespace porchlight::print
