// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/ipp_place.h"
#include "print/job_watch.h"
#include "print/printer.h"

#include <memory>
#include <optional>
#include <thread>

namespace porchlight::print {

class IppClient;
class Sending;
struct PrinterFacts;

/// Prints by IPP through a UNIX socket, and opens no other: to a CUPS queue or to a printer application. Job name, user
/// and attributes are the same for every slip. Whatever ends a print early, the job is cancelled first: nothing comes
/// out later. Used by one thread at a time, which had better always be the same: it keeps the fonts of slips.
class IppPrinter final : public Printer {
public:
    explicit IppPrinter(const IppPlace &place) : IppPrinter(place, usualPatience(place)) {}
    IppPrinter(IppPlace place, Patience patience);
    ~IppPrinter() override;
    void print(const SlipDocument &slip, const Report &report, std::stop_token stop) override;
    PrinterStatus status(std::stop_token stop) override;

    [[nodiscard]] const IppPlace &place() const { return m_place; }

private:
    static Patience usualPatience(const IppPlace &place);
    PrintState follow(int job, const Report &report, std::stop_token stop, Sending &sending);
    PrintState conclude(int job, PrintState state);
    bool clearLeftovers();

    IppPlace m_place;
    Patience m_patience;
    std::unique_ptr<IppClient> m_client;   ///< its connection stays open
    std::unique_ptr<PrinterFacts> m_facts; ///< the last seen; null before
    bool m_leftovers = true;               ///< a job may be there that nobody watches any more
    std::jthread m_clearing;               ///< tries until the scheduler is back
};

} // namespace porchlight::print
