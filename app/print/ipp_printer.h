// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/ipp_place.h"
#include "print/job_watch.h"
#include "print/printer.h"

namespace porchlight::print {

/// Prints through a CUPS scheduler behind a UNIX socket; opens no other socket. Job name, user and attributes are the
/// same for every slip. Whatever ends a print early, the job is cancelled first: nothing comes out later.
class IppPrinter final : public Printer {
public:
    explicit IppPrinter(IppPlace place, Patience patience = {});
    void print(const SlipDocument &slip, const Report &report, std::stop_token stop) override;
    PrinterStatus status(std::stop_token stop) override;

private:
    IppPlace m_place;
    Patience m_patience;
};

} // namespace porchlight::print
