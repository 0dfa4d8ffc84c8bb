// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/job_watch.h"
#include "print/printer.h"

#include <string>

namespace porchlight::print {

/// Prints through a CUPS scheduler behind a UNIX socket; opens no other socket. Job name, user and attributes are the
/// same for every slip. Whatever ends a print early, the job is cancelled first: nothing comes out later.
class CupsPrinter final : public Printer {
public:
    CupsPrinter(std::string socketPath, std::string queue, Patience patience = {});
    void print(const SlipDocument &slip, const Report &report, std::stop_token stop) override;
    PrinterStatus status(std::stop_token stop) override;

private:
    std::string m_socketPath;
    std::string m_queue;
    Patience m_patience;
};

} // namespace porchlight::print
