// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/printer.h"

#include <atomic>

namespace porchlight::programs {

/// Stands still in one state, so that its page can be looked at.
class ScriptedPrinter final : public print::Printer {
public:
    explicit ScriptedPrinter(std::atomic<print::PrintState> &state) : m_state(state) {}
    void print(const print::SlipDocument &slip, const Report &report, std::stop_token stop) override;
    print::PrinterStatus status(std::stop_token stop) override;

private:
    std::atomic<print::PrintState> &m_state;
};

} // namespace porchlight::programs
