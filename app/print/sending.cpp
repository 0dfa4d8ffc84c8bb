// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/sending.h"

namespace porchlight::print {

Sending::Sending(IppPlace place, int job, const char *format, QByteArray document, content::Clock::Monotonic limit)
    : m_thread(
          [this, place = std::move(place), job, format, document = std::move(document), limit](std::stop_token stop) {
              IppClient client(place, stop);
              const auto answer =
                  client.sendDocument(job, format, {document.constData(), static_cast<size_t>(document.size())}, limit);
              const std::lock_guard lock(m_mutex);
              m_answer = answer;
              m_wake.notify_all();
          })
{
}

bool Sending::pause(std::stop_token stop, content::Clock::Monotonic time)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, time, [this] { return m_answer && !m_seen; });
    m_seen = m_answer.has_value();
    return !stop.stop_requested();
}

std::optional<IppClient::Answer> Sending::answer()
{
    const std::lock_guard lock(m_mutex);
    return m_answer;
}

} // namespace porchlight::print
