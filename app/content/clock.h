// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"

#include <chrono>

namespace porchlight::content {

/// The only way to learn the time. Injected, so that tests and pictures can freeze it; a lint bans all other ways.
class Clock {
public:
    using Monotonic = std::chrono::milliseconds; ///< since an arbitrary start; never goes back

    virtual ~Clock() = default;
    [[nodiscard]] virtual Monotonic now() const = 0;
    [[nodiscard]] virtual Date today() const = 0;

protected:
    Clock() = default;
    Clock(const Clock &) = default;
    Clock &operator=(const Clock &) = default;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Monotonic now() const override;
    [[nodiscard]] Date today() const override;
};

/// Counts from the start of the machine, its sleep included: means the same in every program until the next start.
class BootClock final : public Clock {
public:
    [[nodiscard]] Monotonic now() const override;
    [[nodiscard]] Date today() const override;
};

/// Stands still until told to move. For tests, the tour and bench pictures.
class FrozenClock final : public Clock {
public:
    explicit FrozenClock(Date today) : m_today(today) {}
    [[nodiscard]] Monotonic now() const override { return m_now; }
    [[nodiscard]] Date today() const override { return m_today; }
    void advance(Monotonic by) { m_now += by; }
    void sleepUntil(Date day) { m_today = day; }

private:
    Monotonic m_now{0};
    Date m_today;
};

} // namespace porchlight::content
