// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/ipp_printer.h"

#include <QString>

namespace porchlight::print {

/// Finds the printer by itself, anew for each slip and each look, so that one that comes or goes needs nobody: the
/// printer application for thermal printers where its socket is, else the default or the only queue of CUPS. Where
/// there is neither, a slip that bears the mark of a demonstration is written to a file; any other has no printer.
class AutoPrinter final : public Printer {
public:
    struct Places {
        std::string thermalSocket = "/run/porchlight-thermal/ipp.sock";
        std::string cupsSocket = "/run/cups/cups.sock";
        QString demonstrationFile; ///< empty: none
    };
    explicit AutoPrinter(Places places);
    ~AutoPrinter() override;
    void print(const SlipDocument &slip, const Report &report, std::stop_token stop) override;
    PrinterStatus status(std::stop_token stop) override;

private:
    /// Null where there is none.
    IppPrinter *find(std::stop_token stop);
    IppPrinter *at(const IppPlace &place);

    Places m_places;
    std::unique_ptr<IppClient> m_scheduler;
    /// The last one, with its connection; kept while there is none, for it may still have to clear away a job.
    std::unique_ptr<IppPrinter> m_printer;
};

} // namespace porchlight::print
