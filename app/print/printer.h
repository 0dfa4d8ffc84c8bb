// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/slip_layout.h"

#include <functional>
#include <stop_token>

namespace porchlight::print {

enum class PrintState {
    GettingReady,
    Printing,
    Printed,      ///< final
    OutOfPaper,   ///< the job waits for paper
    CoverOpen,    ///< the job waits for the cover
    NotReachable, ///< final
    Failed,       ///< final
    Cancelled,    ///< final
};

/// After a final state nothing of this job will come out of the printer any more.
constexpr bool isFinal(PrintState state)
{
    return state == PrintState::Printed || state == PrintState::NotReachable || state == PrintState::Failed ||
           state == PrintState::Cancelled;
}

class Printer {
public:
    using Report = std::function<void(PrintState)>;

    virtual ~Printer() = default;
    /// Blocks until the job has ended, and within 2 s of a stop. Tells each change of state once; the last one is
    /// final.
    virtual void print(const SlipLayout &slip, const Report &report, std::stop_token stop) = 0;

protected:
    Printer() = default;
    Printer(const Printer &) = default;
    Printer &operator=(const Printer &) = default;
};

} // namespace porchlight::print
