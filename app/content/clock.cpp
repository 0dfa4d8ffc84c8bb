// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/clock.h"

#include <ctime>

namespace porchlight::content {

Clock::Monotonic SystemClock::now() const
{
    return std::chrono::duration_cast<Monotonic>(std::chrono::steady_clock::now().time_since_epoch());
}

Date SystemClock::today() const
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Clock::Monotonic BootClock::now() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<Monotonic>(std::chrono::seconds(time.tv_sec) +
                                                 std::chrono::nanoseconds(time.tv_nsec));
}

Date BootClock::today() const
{
    return SystemClock().today();
}

} // namespace porchlight::content
