// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/printer.h"
#include "print/printer_reasons.h"

namespace porchlight::print {

/// How long a job may stand in each way before it is given up.
struct Patience {
    using Time = content::Clock::Monotonic;
    Time poll{300};
    Time settle{1500}; ///< before a jam or a stopped queue is believed
    Time unreachable{
        12000}; ///< no answer, or the document has not gone to the printer; CUPS tries a busy one again after 10 s
    Time stuck{30000}; ///< at the printer without a word: CUPS is silent when a printer vanishes in the middle of a job
    Time attention{90000}; ///< for someone to put paper in or close the cover

    /// No job may outlive this, whatever happens to the kiosk.
    [[nodiscard]] Time longest() const { return attention + stuck; }
};

/// A look at the queue and the job.
struct Sighting {
    enum class Job {
        NoAnswer,
        Waiting, ///< not yet wholly handed to the printer
        AtPrinter,
        Completed,
        Ended,      ///< without being printed
        NotReached, ///< the same, because there was no printer
    };
    Job job = Job::NoAnswer;
    bool begun = false; ///< the scheduler works on it
    bool queueStopped = false;
    Hindrance hindrance = Hindrance::None;
    bool refused = false; ///< the document was not taken: nothing can come of this job
};

/// Turns what a scheduler says about a job into what the visitor is told, and decides when to give up.
class JobWatch {
public:
    using Time = content::Clock::Monotonic;
    JobWatch(const Patience &patience, Time start) : m_patience(patience), m_since(start) {}

    /// The state now. A final one means: see that the job is gone, tell it, and stop.
    PrintState see(const Sighting &sighting, Time now);

private:
    enum class Phase { Waiting, AtPrinter, OutOfPaper, CoverOpen, Jam, Other, QueueStopped };
    static Phase phaseOf(const Sighting &sighting);

    Patience m_patience;
    Phase m_phase = Phase::Waiting;
    Time m_since; ///< when the phase began
    PrintState m_told = PrintState::GettingReady;
};

} // namespace porchlight::print
