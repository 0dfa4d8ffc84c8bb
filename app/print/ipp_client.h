// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/ipp_place.h"
#include "print/job_watch.h"

#include <QSizeF>

#include <cups/cups.h>

#include <QSizeF>

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace porchlight::print {

/// The few IPP requests a slip needs, to one queue of a scheduler behind a UNIX socket. Used on one thread. Never asks
/// for a password and never waits longer than its limit; after a failure it connects anew.
class IppClient {
public:
    IppClient(IppPlace place, std::stop_token stop);

    /// Removes what an earlier, broken-off run may have left: a slip must not come out for the next visitor.
    bool cancelLeftovers();
    /// No value where the queue refuses or does not exist, or the scheduler does not answer.
    std::optional<int> createJob(QSizeF paperMm, std::chrono::seconds limit);
    bool sendDocument(int job, std::span<const char> pdf);
    Sighting look(int job);
    /// Allowed a second of its own, also after a stop.
    bool cancel(int job);

private:
    struct IppDelete {
        void operator()(ipp_t *ipp) const { ippDelete(ipp); }
    };
    struct HttpClose {
        void operator()(http_t *http) const { httpClose(http); }
    };
    using Ipp = std::unique_ptr<ipp_t, IppDelete>;

    [[nodiscard]] Ipp request(ipp_op_t operation, std::optional<int> job = std::nullopt) const;
    /// The answer, whatever its status; nothing when there is none.
    Ipp ask(Ipp request, std::span<const char> document = {});
    bool connect();
    bool goOn();
    /// The media-col to ask for, or nothing where the printer has no such paper: its own is used then.
    Ipp mediaFor(QSizeF paperMm);

    IppPlace m_place;
    std::string m_uri;
    std::stop_token m_stop;
    content::SystemClock m_clock;
    content::Clock::Monotonic m_deadline{};
    bool m_lastChance = false; ///< a stop no longer counts: the job is being cancelled
    std::unique_ptr<http_t, HttpClose> m_http;
};

} // namespace porchlight::print
