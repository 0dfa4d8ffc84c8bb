// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/station.h"

#include <utility>

namespace porchlight::print::escpos {
namespace {

using namespace std::chrono_literals;

constexpr int mostLosses = 2; // of the line, after something had come out
constexpr int mostTears = 3;  // of the paper
constexpr auto tryAgain = 200ms;
constexpr auto lastWords = 400ms; // to a printer, when a slip is given up: somebody waits for the end

/// Sleeps, in pieces.
bool pause(std::chrono::milliseconds length, const Stop &stop)
{
    const auto until = Clock::now() + length;
    while (Clock::now() < until) {
        if (stop())
            return false;
        std::this_thread::sleep_for(20ms);
    }
    return !stop();
}

} // namespace

struct Station::Slip {
    std::vector<Bytes> strips;
    std::vector<int> rows;
    Clock::time_point reachUntil;
    std::size_t sent = 0; ///< strips that may be on this piece of paper
    bool whole = false;   ///< the printer said that all are
    int losses = 0;
    int tears = 0;
    Ended ended = Ended::NotReachable;
};

Station::Station(Model model, Open open, Patience patience, Tell tell)
    : m_model(std::move(model)), m_open(std::move(open)), m_patience(patience), m_tell(std::move(tell)),
      m_watcher([this] { watch(); })
{
}

Station::~Station()
{
    {
        const std::lock_guard lock(m_sleep);
        m_ending = true;
    }
    m_wake.notify_all();
    m_watcher.join();
}

void Station::tell(bool reachable, const Condition &condition)
{
    const Status status{reachable, reachable ? condition : Condition{}};
    if (m_everTold && status == m_told)
        return;
    m_everTold = true;
    m_stands = status.reachable && status.condition.standsStill();
    m_told = status;
    m_tell(status);
}

void Station::close(bool lost)
{
    if (m_session && m_session->isMidCommand())
        m_left.picture = true;
    m_session.reset();
    if (lost)
        tell(false, {});
}

/// Opens the line and makes the printer ready, where that has not been done.
Station::Said Station::connect(const Stop &stop)
{
    if (m_session && m_session->isReady() && m_session->open() == 0 && !m_left.rows)
        return Said::Yes;
    if (!m_session) {
        std::optional<Link> link = m_open(stop);
        if (!link)
            return stop() ? Said::Stopped : Said::Lost;
        m_session.emplace(std::move(*link), m_model, m_patience, [this](const Condition &said) { tell(true, said); });
    } else {
        m_left.picture = m_left.picture || m_session->isMidCommand();
    }
    const Said said = m_session->begin(m_left, stop);
    if (said == Said::Yes || said == Said::StandsStill) {
        m_left.rows = false;
        tell(true, m_session->condition());
    }
    if (said == Said::Yes)
        m_left.picture = false;
    return said;
}

/// What was sent of a slip must not come out any more, and what did is no slip.
void Station::abandon(Slip &slip)
{
    if (slip.sent == 0)
        return;
    m_torn = true;
    m_left.rows = true;
    slip.sent = 0;
}

/// Has the printer cleared at once, where it can be; else the next who speaks to it does that first.
void Station::giveUp()
{
    if (!m_session || !m_left.rows)
        return;
    const auto until = Clock::now() + lastWords;
    const Said said = connect([&] { return Clock::now() >= until; });
    // What it has not taken from the line is thrown away with the line.
    if (m_left.rows)
        close(said != Said::Stopped);
}

/// Cuts off what hangs in the printer, so that nobody gets it as a slip.
Station::Said Station::cutOff(const Stop &stop)
{
    if (!m_torn)
        return Said::Yes;
    if (Said said = m_session->send(m_model.cut, m_model.dotsPerInch, stop); said != Said::Yes)
        return said;
    const Said said = m_session->confirm(0, stop);
    if (said == Said::Yes) {
        m_torn = false;
        if (m_model.presenter)
            m_presented = Clock::now() - m_model.presenter->retractAfter;
        takeBack(stop);
    }
    return said;
}

/// Has the presenter take back a slip that nobody took.
void Station::takeBack(const Stop &stop)
{
    if (!m_presented || !m_session)
        return;
    const Presenter &presenter = *m_model.presenter;
    unsigned char answer = presenter.waiting;
    if (!presenter.status.empty() && m_session->askByte(presenter.status, answer, stop) != Said::Yes)
        return;
    const bool waits = (answer & presenter.waiting) != 0 || presenter.status.empty();
    if (waits && Clock::now() < *m_presented + presenter.retractAfter)
        return;
    if (waits && (m_session->send(presenter.retract, 0, stop) != Said::Yes || m_session->confirm(0, stop) != Said::Yes))
        return;
    m_presented.reset();
}

void Station::look(const Stop &stop)
{
    Said said = connect(stop);
    if (said == Said::Yes)
        said = m_session->look(stop);
    if (said == Said::Yes) {
        tell(true, m_session->condition());
        if (!m_session->condition().standsStill()) {
            said = cutOff(stop);
            takeBack(stop);
        }
    }
    if (said == Said::Lost || said == Said::Silent || said == Said::Nonsense)
        close(true);
}

void Station::watch()
{
    const Stop never = [this] { return m_ending.load(); };
    std::unique_lock sleep(m_sleep);
    while (!m_ending) {
        sleep.unlock();
        if (m_line.try_lock()) {
            look(never);
            m_line.unlock();
        }
        sleep.lock();
        m_wake.wait_for(sleep, m_stands ? m_patience.mending : m_patience.between,
                        [this] { return m_ending || m_soon; });
        m_soon = false;
    }
}

Ended Station::print(const Picture &picture, const Stop &stop)
{
    std::unique_lock line(m_line, std::try_to_lock);
    while (!line.owns_lock()) {
        if (stop())
            return Ended::Cancelled;
        std::this_thread::sleep_for(2ms);
        (void)line.try_lock();
    }
    Slip slip;
    slip.strips = stripsOf(picture, m_model.rowsPerStrip);
    for (const Bytes &strip : slip.strips)
        slip.rows.push_back(static_cast<unsigned char>(strip[6]) + 256 * static_cast<unsigned char>(strip[7]));
    slip.reachUntil = Clock::now() + m_patience.reach;
    const Ended ended = run(slip, stop);
    abandon(slip);
    giveUp();
    line.unlock();
    {
        // What was begun is not left hanging until the next look.
        const std::lock_guard lock(m_sleep);
        m_soon = ended != Ended::Printed;
    }
    m_wake.notify_all();
    return ended;
}

Ended Station::run(Slip &slip, const Stop &stop)
{
    while (true) {
        Step step = bring(slip, stop);
        if (step == Step::Done && !slip.whole)
            step = rows(slip, stop);
        if (step == Step::Done)
            step = finish(slip, stop);
        if (step == Step::Done)
            return Ended::Printed;
        if (step == Step::End)
            return slip.ended;
    }
}

/// What to do when a conversation has failed.
Station::Step Station::trouble(Slip &slip, Said said)
{
    if (said == Said::Stopped) {
        slip.ended = Ended::Cancelled;
        return Step::End;
    }
    if (said == Said::Nonsense) {
        close(true);
        slip.ended = Ended::Nonsense;
        return Step::End;
    }
    if (said == Said::StandsStill) {
        // Nothing tears that stands still for heat or a button; and what is whole on paper only has to be cut off.
        if (!m_session->hasTorn() || slip.whole || slip.sent == 0)
            return Step::Again;
        if (slip.sent == slip.strips.size()) {
            slip.ended = Ended::Unknown;
            return Step::End;
        }
        abandon(slip);
        if (++slip.tears > mostTears) {
            slip.ended = Ended::TooOften;
            return Step::End;
        }
        return Step::Again;
    }
    close(true);
    if (!slip.whole && slip.sent == slip.strips.size()) {
        slip.ended = Ended::Unknown;
        return Step::End;
    }
    if (slip.whole || slip.sent > 0) {
        if (++slip.losses > mostLosses) {
            slip.ended = slip.whole ? Ended::Unknown : Ended::TooOften;
            return Step::End;
        }
        slip.reachUntil = Clock::now() + m_patience.reach;
    }
    if (!slip.whole)
        abandon(slip);
    return Step::Again;
}

/// Brings the printer to where the slip can go on: the line is there, nothing hangs in the printer, it can print.
Station::Step Station::bring(Slip &slip, const Stop &stop)
{
    while (true) {
        const bool goesOn = slip.sent > 0 && m_session && m_session->isReady();
        Said said = goesOn ? Said::Yes : connect(stop);
        if (said == Said::StandsStill || (said == Said::Yes && m_session->condition().standsStill())) {
            said = untilReady(stop);
            if (said == Said::Yes)
                continue;
            if (said == Said::StandsStill) {
                slip.ended = slip.whole ? Ended::Unknown : Ended::Stuck;
                return Step::End;
            }
        }
        if ((said == Said::Lost || said == Said::Silent) && !goesOn) {
            close(true);
            // One that is there and says nothing has been waited for already.
            if (said == Said::Silent || Clock::now() >= slip.reachUntil) {
                slip.ended = slip.whole ? Ended::Unknown : Ended::NotReachable;
                return Step::End;
            }
            if (pause(tryAgain, stop))
                continue;
            said = Said::Stopped;
        }
        if (said == Said::Yes && !goesOn && !slip.whole)
            said = cutOff(stop);
        if (said == Said::Yes && m_presented && slip.sent == 0 && !slip.whole) {
            // Nobody gets the slip of who was here before.
            m_presented = Clock::now() - m_model.presenter->retractAfter;
            takeBack(stop);
        }
        if (said == Said::Yes && slip.sent == 0)
            m_session->onFreshPaper();
        return said == Said::Yes ? Step::Done : trouble(slip, said);
    }
}

/// Waits for somebody, or for time. StandsStill only for a cutter that stays stuck.
Station::Said Station::untilReady(const Stop &stop)
{
    const auto settled = Clock::now() + m_patience.settle;
    while (true) {
        if (Said said = m_session->look(stop); said != Said::Yes)
            return said;
        tell(true, m_session->condition());
        if (!m_session->condition().standsStill())
            return Said::Yes;
        if (m_session->condition().cutter && Clock::now() >= settled)
            return Said::StandsStill;
        if (!pause(m_patience.mending, stop))
            return Said::Stopped;
    }
}

/// Strip after strip, one ahead of what the printer has confirmed, and the last one alone: so there is hardly a moment
/// at which nobody knows whether the whole slip is on paper.
Station::Step Station::rows(Slip &slip, const Stop &stop)
{
    while (true) {
        const bool all = slip.sent == slip.strips.size();
        const bool last = slip.sent + 1 == slip.strips.size();
        Said said = m_session->confirm(all || last ? 0 : 1, stop);
        if (said == Said::Yes && m_session->hasTorn() && slip.sent > 0)
            said = Said::StandsStill; // or did, for a moment
        if (said == Said::Yes && all) {
            slip.whole = true;
            return Step::Done;
        }
        if (said == Said::Yes)
            said = m_session->look(stop);
        if (said == Said::Yes && (m_session->condition().standsStill() || (m_session->hasTorn() && slip.sent > 0)))
            said = Said::StandsStill;
        if (said == Said::Yes) {
            const std::size_t next = slip.sent++;
            said = m_session->send(slip.strips[next], slip.rows[next], stop);
        }
        if (said != Said::Yes)
            return trouble(slip, said);
    }
}

/// Cuts off a slip that is whole on paper. Where it is not certain that it was cut, it is cut once more.
Station::Step Station::finish(Slip &slip, const Stop &stop)
{
    const Bytes after = m_model.presenter ? m_model.presenter->present : Bytes();
    Said said = m_session->open() > 0 ? Said::Yes : m_session->send(m_model.cut + after, m_model.dotsPerInch, stop);
    if (said == Said::Yes)
        said = m_session->confirm(0, stop);
    if (said == Said::Yes)
        said = m_session->look(stop);
    if (said != Said::Yes)
        return trouble(slip, said);
    slip.sent = 0;
    if (m_model.presenter)
        m_presented = Clock::now();
    return Step::Done;
}

} // namespace porchlight::print::escpos
