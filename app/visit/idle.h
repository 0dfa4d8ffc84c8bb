// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"

namespace porchlight::visit {

/// Notices that nobody is there any more (DESIGN 4.4). Knows no timer: whoever owns one asks at `due()`.
class Idle {
public:
    using Time = content::Clock::Monotonic;

    static constexpr Time shortest{45'000};       ///< a page with little to read
    static constexpr Time longest{120'000};       ///< a page with much to read
    static constexpr Time toAnswer{30'000};       ///< how long the question stands; at least 20 s by WCAG 2.2.1
    static constexpr Time sensitiveStay{20'000};  ///< how long a sensitive page comes back after "More time"
    static constexpr Time longestHeard{240'000};  ///< a page with much to hear
    static constexpr Time sensitiveHeard{60'000}; ///< how long it comes back for one who listens
    static constexpr int wordsPerMinute = 100;

    enum class State {
        Resting, ///< the first page, untouched: nothing to end
        Active,
        Asking, ///< "Need more time?"
        Ended,  ///< whoever owns the visit ends it
    };

    /// A finger or key at `now`.
    void touched(Time now);
    /// Something is being said: whoever listens need not touch anything meanwhile. Begins no visit, and gives a
    /// sensitive page that came back no more time.
    void heard(Time now);
    /// Somebody listens from now on, or nobody does: listening takes longer than reading. Known by a plug, so that a
    /// rest does not end it.
    void setListening(Time now, bool listening);
    /// What is on the page now. `words`: how many there are to read; `sensitive`: it must not come back for long.
    void pageOpened(Time now, int words, bool sensitive);
    /// "More time" was tapped.
    void moreTime(Time now);
    /// Nobody is there: the first page, in its default state.
    void rest();
    /// Moves on to the state that holds at `now`.
    State update(Time now);

    [[nodiscard]] State state() const { return m_state; }
    /// When `update` must be called next; only while Active or Asking.
    [[nodiscard]] Time due() const { return m_due; }
    /// 45 s, or one and a half times the reading time, at most 120 s.
    static Time patience(int words);

private:
    [[nodiscard]] Time stay() const;

    State m_state = State::Resting;
    Time m_due{0};
    int m_words = 0;
    bool m_sensitive = false;
    bool m_listening = false;
    bool m_cameBack = false; ///< a sensitive page after "More time": touches do not lengthen its stay
};

} // namespace porchlight::visit
