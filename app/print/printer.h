// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/paper.h"
#include "print/slip_document.h"

#include <functional>
#include <optional>
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
    NoPrinter,    ///< final: there is none to print with
};

/// After a final state nothing of this job will come out of the printer any more.
constexpr bool isFinal(PrintState state)
{
    return state == PrintState::Printed || state == PrintState::NotReachable || state == PrintState::Failed ||
           state == PrintState::Cancelled || state == PrintState::NoPrinter;
}

/// What the printer itself says of itself, whether it prints or not.
struct PrinterStatus {
    enum class Readiness {
        Unknown, ///< nobody has asked it yet
        Ready,
        OutOfPaper,
        CoverOpen,
        NeedsHelp, ///< a jam, the cutter, heat: it says that it can't print
        NotReachable,
        NoPrinter, ///< there is none; a demonstration writes its file all the same
    };
    Readiness readiness = Readiness::Unknown;
    bool paperLow = false;
    std::optional<Paper> paper; ///< none where it has not said
    bool operator==(const PrinterStatus &) const = default;
};

class Printer {
public:
    using Report = std::function<void(PrintState)>;

    virtual ~Printer() = default;
    /// Blocks until the job has ended, and within 2 s of a stop. Tells each change of state once; the last one is
    /// final.
    virtual void print(const SlipDocument &slip, const Report &report, std::stop_token stop) = 0;
    /// Asks the printer; blocks some seconds at most, and less than one after a stop. A printer that can't be asked
    /// stays Unknown.
    virtual PrinterStatus status(std::stop_token /*stop*/) { return {}; }

protected:
    Printer() = default;
    Printer(const Printer &) = default;
    Printer &operator=(const Printer &) = default;
};

} // namespace porchlight::print
