// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/idle.h"

#include <algorithm>

namespace porchlight::visit {

Idle::Time Idle::patience(int words)
{
    const Time reading{static_cast<Time::rep>(words) * 60'000 / wordsPerMinute * 3 / 2};
    return std::clamp(reading, shortest, longest);
}

Idle::Time Idle::stay() const
{
    return m_listening ? std::min(2 * patience(m_words), longestHeard) : patience(m_words);
}

void Idle::heard(Time now)
{
    if (m_state == State::Active && !m_cameBack)
        m_due = std::max(m_due, now + stay());
}

void Idle::setListening(Time now, bool listening)
{
    if (m_listening == listening)
        return;
    m_listening = listening;
    if (m_state == State::Active && !m_cameBack)
        m_due = now + stay();
}

void Idle::touched(Time now)
{
    if (m_state == State::Asking || m_state == State::Ended || m_cameBack)
        return;
    m_state = State::Active;
    m_due = now + stay();
}

void Idle::pageOpened(Time now, int words, bool sensitive)
{
    m_words = words;
    m_sensitive = sensitive;
    m_cameBack = false;
    if (m_state == State::Active)
        m_due = now + stay();
}

void Idle::moreTime(Time now)
{
    if (m_state != State::Asking)
        return;
    m_state = State::Active;
    m_cameBack = m_sensitive;
    m_due = now + (!m_sensitive ? stay() : m_listening ? sensitiveHeard : sensitiveStay);
}

void Idle::rest()
{
    const bool listening = m_listening;
    *this = Idle{};
    m_listening = listening;
}

Idle::State Idle::update(Time now)
{
    if (m_state == State::Active && now >= m_due) {
        m_state = m_cameBack ? State::Ended : State::Asking;
        m_due += toAnswer;
    }
    if (m_state == State::Asking && now >= m_due)
        m_state = State::Ended;
    return m_state;
}

} // namespace porchlight::visit
