// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/ipp_printer.h"

#include "print/ipp_client.h"
#include "print/pwg_raster.h"
#include "print/sending.h"
#include "print/slip_layout.h"

#include <condition_variable>
#include <future>
#include <mutex>

namespace porchlight::print {

namespace {

using namespace std::chrono_literals;
using Format = PrinterFacts::Format;

/// Of the 2 s in which a stopped print must have ended.
constexpr content::Clock::Monotonic lastWords = 1500ms;
constexpr auto endingPoll = 50ms;

const char *mimeOf(Format format)
{
    return format == Format::Pdf ? "application/pdf" : "image/pwg-raster";
}

/// False as soon as a stop comes.
bool pause(std::stop_token stop, Patience::Time time)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

bool isOver(Sighting::Job job)
{
    return job == Sighting::Job::Completed || job == Sighting::Job::Ended || job == Sighting::Job::NotReached;
}

QByteArray documentOf(const SlipLayout &layout, const PrinterFacts &facts)
{
    return facts.format == Format::Pdf ? layout.pdf() : pwgRaster(layout.bitmap(facts.dpi), facts.dpi);
}

} // namespace

/// The printer itself says when it is in trouble, and a slow serial line takes its time.
Patience IppPrinter::usualPatience(const IppPlace &place)
{
    Patience patience;
    if (!place.scheduler)
        patience.stuck = 180s;
    return patience;
}

IppPrinter::IppPrinter(IppPlace place, Patience patience)
    : m_place(std::move(place)), m_patience(patience), m_client(std::make_unique<IppClient>(m_place))
{
}

IppPrinter::~IppPrinter() = default;

void IppPrinter::print(const SlipDocument &slip, const Report &report, std::stop_token stop)
{
    report(PrintState::GettingReady);
    const auto gone = [&] { return report(stop.stop_requested() ? PrintState::Cancelled : PrintState::NotReachable); };
    m_clearing = {};
    m_client->begin(stop);
    // Shaping stays on this thread, which has its fonts; what the printer is asked meanwhile has another.
    auto answer =
        std::async(std::launch::async, [this] { return clearLeftovers() ? m_client->facts() : std::nullopt; });
    std::optional<SlipLayout> layout;
    if (m_facts)
        layout.emplace(slip, m_facts->paper);
    const std::optional<PrinterFacts> facts = answer.get();
    if (!facts)
        return gone();
    if (facts->format == Format::None)
        return report(PrintState::Failed);
    if (!layout || facts->paper != m_facts->paper)
        layout.emplace(slip, facts->paper);
    m_facts = std::make_unique<PrinterFacts>(*facts);

    m_leftovers = true;
    auto created = std::async(std::launch::async, [&] {
        const QSizeF size = layout->sizeMm();
        return m_client->createJob(facts->has(size) ? std::optional(size) : std::nullopt,
                                   std::chrono::ceil<std::chrono::seconds>(m_patience.longest()));
    });
    QByteArray document = documentOf(*layout, *facts);
    const std::optional<int> job = created.get();
    if (!job) // one that was made although its answer never came holds no document: it can't print
        return gone();
    PrintState state = PrintState::Cancelled;
    {
        Sending sending(m_place, *job, mimeOf(facts->format), std::move(document), m_patience.longest());
        state = conclude(*job, follow(*job, report, stop, sending));
    }
    report(state);
    if (state == PrintState::Printed && m_place.scheduler)
        m_client->forget(*job);
}

/// Until it has ended or must end.
PrintState IppPrinter::follow(int job, const Report &report, std::stop_token stop, Sending &sending)
{
    const content::SystemClock clock;
    JobWatch watch(m_patience, clock.now());
    PrintState told = PrintState::GettingReady;
    while (sending.pause(stop, m_patience.poll)) {
        const bool refused = sending.answer() == IppClient::Answer::Refused;
        Sighting sighting = m_client->look(job);
        sighting.refused = refused;
        const PrintState state = watch.see(sighting, clock.now());
        if (stop.stop_requested() && state != PrintState::Printed)
            break;
        if (isFinal(state))
            return state;
        if (state != told)
            report(told = state);
    }
    return PrintState::Cancelled;
}

/// Sees that nothing of the job comes any more. A slip that came out while it was being given up is printed.
PrintState IppPrinter::conclude(int job, PrintState state)
{
    m_client->lastChance(lastWords);
    m_leftovers = state != PrintState::Printed;
    if (!m_leftovers)
        return state;
    if (m_client->cancel(job) != IppClient::Answer::None)
        while (m_leftovers && m_client->hasChance()) {
            const Sighting::Job now = m_client->look(job).job;
            m_leftovers = !isOver(now);
            if (now == Sighting::Job::Completed)
                return PrintState::Printed;
            if (m_leftovers)
                std::this_thread::sleep_for(endingPoll);
        }
    if (m_leftovers)
        m_clearing = std::jthread([place = m_place, patience = m_patience](std::stop_token quit) {
            const content::SystemClock clock;
            const auto end = clock.now() + patience.longest();
            IppClient client(place, quit);
            while (clock.now() < end && !client.cancelLeftovers())
                if (!pause(quit, patience.poll))
                    return;
        });
    return state;
}

bool IppPrinter::clearLeftovers()
{
    if (m_leftovers)
        m_leftovers = !m_client->cancelLeftovers();
    return !m_leftovers;
}

PrinterStatus IppPrinter::status(std::stop_token stop)
{
    m_client->begin(std::move(stop));
    const std::optional<PrinterFacts> facts = clearLeftovers() ? m_client->facts() : std::nullopt;
    if (!facts)
        return {PrinterStatus::Readiness::NotReachable, false, std::nullopt};
    m_facts = std::make_unique<PrinterFacts>(*facts);
    return statusOf(*facts, m_place.scheduler);
}

} // namespace porchlight::print
