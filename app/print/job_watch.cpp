// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/job_watch.h"

namespace porchlight::print {

PrintState JobWatch::see(const Sighting &sighting, Time now)
{
    if (sighting.job == Sighting::Job::Completed)
        return PrintState::Printed;
    if (sighting.job == Sighting::Job::NotReached)
        return PrintState::NotReachable;
    if (sighting.job == Sighting::Job::Ended || sighting.refused)
        return PrintState::Failed;
    const Phase phase = phaseOf(sighting);
    if (phase != m_phase) {
        m_phase = phase;
        m_since = now;
    }
    const bool isAway = sighting.job == Sighting::Job::AtPrinter && sighting.hindrance == Hindrance::NotReachable;
    if (m_told == PrintState::GettingReady && sighting.begun && !isAway)
        m_told = PrintState::Printing;

    const auto within = [&](Time limit) { return now - m_since < limit; };
    switch (phase) {
    case Phase::Waiting:
        return within(m_patience.unreachable) ? m_told : PrintState::NotReachable;
    case Phase::QueueStopped:
        return within(m_patience.settle) ? m_told : PrintState::NotReachable;
    case Phase::Jam:
        return within(m_patience.settle) ? m_told : PrintState::Failed;
    case Phase::AtPrinter:
        return within(m_patience.stuck) ? m_told = PrintState::Printing : PrintState::NotReachable;
    case Phase::Other: // a head cools down by itself
        return within(m_patience.attention) ? m_told = PrintState::Printing : PrintState::Failed;
    case Phase::OutOfPaper:
        return within(m_patience.attention) ? m_told = PrintState::OutOfPaper : PrintState::Failed;
    case Phase::CoverOpen:
        return within(m_patience.attention) ? m_told = PrintState::CoverOpen : PrintState::Failed;
    }
    return PrintState::Failed;
}

JobWatch::Phase JobWatch::phaseOf(const Sighting &sighting)
{
    if (sighting.queueStopped)
        return Phase::QueueStopped;
    // Until the printer has the document, the queue still shows what hindered the job before.
    if (sighting.job != Sighting::Job::AtPrinter)
        return Phase::Waiting;
    switch (sighting.hindrance) {
    case Hindrance::OutOfPaper:
        return Phase::OutOfPaper;
    case Hindrance::CoverOpen:
        return Phase::CoverOpen;
    case Hindrance::Jam:
        return Phase::Jam;
    case Hindrance::Other:
        return Phase::Other;
    case Hindrance::NotReachable:
        return Phase::Waiting;
    case Hindrance::None:
        break;
    }
    return Phase::AtPrinter;
}

} // namespace porchlight::print
