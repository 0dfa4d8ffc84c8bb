// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/escpos/session.h"
#include "print/escpos/strips.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace porchlight::print::escpos {

/// How a slip ended.
enum class Ended {
    Printed,      ///< by the printer's own word: all of it is on paper, and cut off
    Cancelled,    ///< what had come out is cut off as soon as the printer can
    NotReachable, ///< no printer, or one that does not answer
    Nonsense,     ///< it answers, but not as a printer
    Stuck,        ///< the cutter
    TooOften,     ///< the line broke, or paper ran out, again and again
    Unknown,      ///< all of it was sent and not all confirmed: a second one might come out, so there is none
};

/// What is known of the printer.
struct Status {
    bool reachable = false;
    Condition condition;
    bool operator==(const Status &) const = default;
};

/// Owns the printer: keeps the line to it, looks at it while nothing is printed, and prints one slip at a time.
/// What a printer holds of a slip when the line broke, the program ended or the slip was given up, it is told to throw
/// away, and what was half printed is cut off, before anything else.
class Station {
public:
    /// Opens the line; nothing where there is no printer.
    using Open = std::function<std::optional<Link>(const Stop &)>;
    /// Told of each change, from the thread that notices it.
    using Tell = std::function<void(const Status &)>;

    Station(Model model, Open open, Patience patience, Tell tell);
    ~Station();
    Station(const Station &) = delete;
    Station &operator=(const Station &) = delete;

    /// Blocks until it has ended. Waits for paper, the cover, heat and the button as long as `stop` allows.
    Ended print(const Picture &picture, const Stop &stop);
    [[nodiscard]] const Model &model() const { return m_model; }

private:
    using Said = Session::Said;
    enum class Step { Done, Again, End };
    struct Slip;

    void watch();
    void look(const Stop &stop);
    void tell(bool reachable, const Condition &condition);
    void close(bool lost);
    void abandon(Slip &slip);
    void giveUp();
    Said connect(const Stop &stop);
    Said cutOff(const Stop &stop);
    Said untilReady(const Stop &stop);
    void takeBack(const Stop &stop);
    Ended run(Slip &slip, const Stop &stop);
    Step bring(Slip &slip, const Stop &stop);
    Step rows(Slip &slip, const Stop &stop);
    Step finish(Slip &slip, const Stop &stop);
    Step trouble(Slip &slip, Said said);

    const Model m_model;
    const Open m_open;
    const Patience m_patience;
    const Tell m_tell;
    std::mutex m_line; ///< held by who speaks to the printer
    std::optional<Session> m_session;
    Status m_told;
    bool m_everTold = false;
    std::atomic<bool> m_stands = false; ///< it says that it has to be mended
    bool m_torn = true;                 ///< something may hang in the printer: also before anything is known of it
    Session::Left m_left{.picture = true, .rows = true};
    std::optional<Clock::time_point> m_presented;
    std::mutex m_sleep;
    std::condition_variable m_wake;
    std::atomic<bool> m_ending = false;
    bool m_soon = false;
    std::thread m_watcher;
};

} // namespace porchlight::print::escpos
