// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/scripted_printer.h"

#include <condition_variable>
#include <mutex>

namespace porchlight::programs {

void ScriptedPrinter::print(const print::SlipDocument & /*slip*/, const Report &report, std::stop_token stop)
{
    const print::PrintState state = m_state;
    report(state);
    if (print::isFinal(state))
        return;
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, stop, [] { return false; });
    report(print::PrintState::Cancelled);
}

print::PrinterStatus ScriptedPrinter::status(std::stop_token /*stop*/)
{
    return {print::PrinterStatus::Readiness::Ready, false, std::nullopt};
}

} // namespace porchlight::programs
