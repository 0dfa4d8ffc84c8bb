// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/ipp_place.h"
#include "print/job_watch.h"
#include "print/printer_facts.h"

#include <cups/cups.h>

#include <QSizeF>

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace porchlight::print {

/// The few IPP requests a slip needs, over one connection to a UNIX socket, which stays open between them. Used by one
/// thread at a time. Never asks for a password and never waits longer than its limit; after a failure it connects anew.
class IppClient {
public:
    enum class Answer { Yes, Refused, None };

    explicit IppClient(IppPlace place, std::stop_token stop = {});

    /// From now on this stop ends every wait.
    void begin(std::stop_token stop);
    /// For the end of a job: a stop no longer counts, but all that follows together has this long.
    void lastChance(content::Clock::Monotonic time);
    [[nodiscard]] bool hasChance() const { return m_clock.now() < m_chanceEnds; }

    /// Nothing where there is no such printer, or no answer.
    std::optional<PrinterFacts> facts();
    /// The scheduler's default queue, or else its only one; empty where there is none, nothing without an answer.
    std::optional<std::string> queueToUse();
    /// Removes what an earlier, broken-off run may have left: a slip must not come out for the next visitor.
    bool cancelLeftovers();
    /// Paper of this size, or, where it is not given, what lies in the printer. No value where the queue refuses or
    /// does not exist, nobody answers, or the printer stays busy for some seconds.
    std::optional<int> createJob(std::optional<QSizeF> paperMm, std::chrono::seconds limit);
    /// A printer that streams answers only when the slip is out: at most `limit`.
    Answer sendDocument(int job, const char *format, std::span<const char> document, content::Clock::Monotonic limit);
    Sighting look(int job);
    /// Refused: it is over already.
    Answer cancel(int job);
    /// Has the scheduler keep nothing of a job that is over.
    void forget(int job);

private:
    struct IppDelete {
        void operator()(ipp_t *ipp) const { ippDelete(ipp); }
    };
    struct HttpClose {
        void operator()(http_t *http) const { httpClose(http); }
    };
    using Ipp = std::unique_ptr<ipp_t, IppDelete>;

    [[nodiscard]] Ipp request(ipp_op_t operation, std::optional<int> job = std::nullopt) const;
    [[nodiscard]] Ipp newJob(std::optional<QSizeF> paperMm, std::chrono::seconds limit) const;
    /// The answer, whatever its status; nothing when there is none.
    Ipp ask(Ipp request, std::span<const char> document = {},
            std::optional<content::Clock::Monotonic> limit = std::nullopt);
    bool connect();
    bool goOn();

    IppPlace m_place;
    std::string m_uri;
    std::stop_token m_stop;
    content::SystemClock m_clock;
    content::Clock::Monotonic m_deadline{};
    content::Clock::Monotonic m_chanceEnds{};
    bool m_lastChance = false;
    bool m_refused = false; ///< the last request, in words of HTTP
    std::unique_ptr<http_t, HttpClose> m_http;
};

} // namespace porchlight::print
