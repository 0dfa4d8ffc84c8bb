// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/ipp_client.h"

#include <QByteArray>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace porchlight::print {

/// A document on its way to a printer, on a thread and a connection of its own: a printer that streams takes as long
/// as it prints. Ending it early breaks the connection; the job must be cancelled by another.
class Sending {
public:
    Sending(IppPlace place, int job, const char *format, QByteArray document, content::Clock::Monotonic limit);

    /// Waits so long, or until a stop, or, once, until the document is sent. False after a stop.
    bool pause(std::stop_token stop, content::Clock::Monotonic time);
    /// Nothing while it is on its way.
    std::optional<IppClient::Answer> answer();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<IppClient::Answer> m_answer;
    bool m_seen = false;
    std::jthread m_thread; ///< last, so that it ends before what it uses
};

} // namespace porchlight::print
