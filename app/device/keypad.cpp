// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/keypad.h"

#include <QKeyEvent>

namespace porchlight::device {

namespace {

/// A physical key, whatever the map calls it.
Key physical(const QKeyEvent &event)
{
    return {event.key(), event.nativeScanCode()};
}

bool isNeverDeaf(KeyAction action)
{
    return action == KeyAction::Hide || action == KeyAction::JackIn || action == KeyAction::JackOut;
}

} // namespace

Keypad::Keypad(KeyMap map, Clock clock) : m_map(std::move(map)), m_clock(std::move(clock)) {}

Keypad::Time Keypad::steadyTime()
{
    return std::chrono::duration_cast<Time>(std::chrono::steady_clock::now().time_since_epoch());
}

Keypad::Time Keypad::timeOf(const QKeyEvent &event) const
{
    // When the finger came, not when a busy kiosk got to know of it.
    return event.timestamp() > 0 ? Time{static_cast<Time::rep>(event.timestamp())} : m_clock();
}

bool Keypad::isSecondKnock(KeyAction action, const Key &key, Time now) const
{
    if (isNeverDeaf(action) || key != m_last)
        return false;
    // A clock that jumped back must not make a key deaf for hours.
    return now >= m_lastTime && now - m_lastTime < m_map.guard();
}

bool Keypad::eventFilter(QObject * /*watched*/, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    const auto action = m_map.find(key.key(), key.nativeScanCode());
    if (!action) {
        // Not ours, but it came between.
        if (event->type() == QEvent::KeyPress && !key.isAutoRepeat()) {
            m_last = physical(key);
            m_held = false;
        }
        return false;
    }
    if (key.isAutoRepeat())
        return true;
    const Time now = timeOf(key);
    if (event->type() == QEvent::KeyRelease) {
        if (m_held && physical(key) == m_last) {
            m_held = false;
            m_lastTime = now;
        }
        return true;
    }
    if (isSecondKnock(*action, physical(key), now))
        return true;
    m_last = physical(key);
    m_lastTime = now;
    m_held = true;
    Q_EMIT pressed(*action);
    return true;
}

} // namespace porchlight::device
