// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/session.h"

#include "print/escpos/strips.h"

#include <algorithm>
#include <utility>

namespace porchlight::print::escpos {
namespace {

using namespace std::chrono_literals;

constexpr int mostGarbage = 16;     // bytes
constexpr auto quiet = 100ms;       // after which nothing late comes from before
constexpr auto stall = 250ms;       // after which somebody may have to mend something
constexpr int slowestRows = 200;    // a second
constexpr char statusBackOn = 0x0e; // when it goes off line, in error, and for paper

Session::Said saidOf(Link::Outcome outcome)
{
    switch (outcome) {
    case Link::Outcome::Done:
        return Session::Said::Yes;
    case Link::Outcome::Stopped:
        return Session::Said::Stopped;
    case Link::Outcome::TimedOut:
        return Session::Said::Silent;
    case Link::Outcome::Lost:
        break;
    }
    return Session::Said::Lost;
}

} // namespace

Session::Session(Link link, const Model &model, Patience patience, Tell tell)
    : m_link(std::move(link)), m_model(model), m_patience(patience), m_tell(std::move(tell))
{
}

void Session::change(const Condition &condition)
{
    if (condition == m_condition)
        return;
    m_condition = condition;
    m_hasTorn = m_hasTorn || condition.tears();
    m_tell(m_condition);
}

/// Takes in what has come, or comes before `until`.
Session::Said Session::hear(Clock::time_point until, const Stop &stop)
{
    Bytes heard;
    const Said said = saidOf(m_link.read(heard, until, stop));
    for (const Word &word : m_parser.take(heard)) {
        switch (word.kind) {
        case Word::Kind::RealTime:
            m_realTime.push_back(static_cast<unsigned char>(word.bytes[0]));
            break;
        case Word::Kind::InTurn:
            // One that nobody has asked for confirms nothing.
            if (m_model.confirmation == Model::Confirmation::PaperStatus && m_answered < m_asked)
                ++m_answered;
            else
                ++m_garbage;
            break;
        case Word::Kind::ProcessId: {
            const unsigned number = m_number - static_cast<unsigned>(open()) + 1;
            if (open() > 0 && word.bytes == Bytes{'P', 'L', static_cast<char>('A' + number / 26 % 26),
                                                  static_cast<char>('A' + number % 26)})
                ++m_answered;
            else
                ++m_garbage;
            break;
        }
        case Word::Kind::StatusBack:
            change(conditionOf(word.bytes));
            break;
        case Word::Kind::Cleared:
            m_cleared = true;
            break;
        case Word::Kind::GoOn:
        case Word::Kind::HoldOn:
            break; // a serial line's driver obeys them
        case Word::Kind::Garbage:
            m_garbage += static_cast<int>(word.bytes.size());
            break;
        }
    }
    return m_garbage > mostGarbage ? Said::Nonsense : said;
}

Session::Said Session::put(Bytes bytes, const Stop &stop)
{
    const std::size_t whole = bytes.size();
    auto deadline = Clock::now() + m_patience.answer + m_link.underWay(whole);
    while (true) {
        const std::size_t before = bytes.size();
        const Said said = saidOf(m_link.write(bytes, stall, stop));
        m_midCommand = !bytes.empty() && (m_midCommand || bytes.size() < whole);
        if (said != Said::Silent)
            return said;
        // Its buffer is full. A printer that can't be asked any more tells by itself why.
        const Said heard = hear(Clock::now(), stop);
        if (heard != Said::Yes && heard != Said::Silent)
            return heard;
        if (bytes.size() < before || m_condition.standsStill())
            deadline = Clock::now() + m_patience.answer + m_link.underWay(whole);
        else if (Clock::now() > deadline)
            return Said::Silent;
    }
}

Bytes Session::question()
{
    if (m_asked++ == m_answered) {
        m_garbageAtQuestion = m_garbage;
        m_bytesOpen = 0;
        m_rowsOpen = 0;
    }
    if (m_model.confirmation == Model::Confirmation::PaperStatus)
        return "\x1dr\x01";
    ++m_number;
    return Bytes("\x1d(H\x06\0\x30\x30PL", 9) + static_cast<char>('A' + m_number / 26 % 26) +
           static_cast<char>('A' + m_number % 26);
}

/// Has the printer throw away what it holds. Yes by its own word; Silent where it does not know how, which not all do.
Session::Said Session::clear(const Stop &stop)
{
    m_cleared = false;
    if (Said said = put(clearBuffers(), stop); said != Said::Yes)
        return said;
    const auto until = Clock::now() + m_patience.clear + m_link.underWay(m_bytesOpen);
    while (!m_cleared) {
        const Said said = hear(until, stop);
        if (said == Said::Silent && m_condition.cutter)
            if (Said last = put(recoverCleared(), stop); last != Said::Yes)
                return last;
        if (said != Said::Yes)
            return said;
    }
    m_answered = m_asked; // open questions are thrown away with the rest
    m_midCommand = false;
    return Said::Yes;
}

Session::Said Session::begin(const Left &left, const Stop &stop)
{
    // The first question in real time: before anything else is sent it must be sure that there is somebody who answers.
    m_ready = false;
    m_parser.reset();
    if (Said said = look(stop); said != Said::Yes)
        return said;
    bool midPicture = left.picture;
    if (left.rows) {
        const Said said = clear(stop);
        if (said != Said::Yes && said != Said::Silent)
            return said;
        midPicture = midPicture && said != Said::Yes;
        if (Said looked = look(stop); looked != Said::Yes)
            return looked;
    }
    if (m_condition.standsStill())
        return Said::StandsStill;
    const Bytes ready = (midPicture ? filling(m_model) : Bytes()) + "\x1b@" + Bytes("\x1d\x61") + statusBackOn;
    if (Said said = send(ready, 0, stop); said != Said::Yes)
        return said;
    if (Said said = confirm(0, stop); said != Said::Yes)
        return said;
    // Answers to questions of an earlier conversation must not be taken for answers of this one.
    while (true) {
        const Said said = hear(Clock::now() + quiet, stop);
        if (said == Said::Silent)
            break;
        if (said != Said::Yes)
            return said;
    }
    m_garbage = 0;
    m_garbageAtQuestion = 0;
    m_ready = true;
    return Said::Yes;
}

Session::Said Session::look(const Stop &stop)
{
    // All four at once: a printer that is slow to answer is so only once.
    constexpr int questions = 4;
    Bytes all;
    for (int n = 1; n <= questions; ++n)
        all += realTimeQuestion(n);
    m_realTime.clear();
    const int garbage = m_garbage;
    if (Said said = put(all, stop); said != Said::Yes)
        return said;
    const auto until = Clock::now() + m_patience.answer + m_link.underWay(m_bytesOpen);
    while (m_realTime.size() < questions) {
        const Said said = hear(until, stop);
        if (said == Said::Silent && m_garbage > garbage)
            return Said::Nonsense;
        if (said != Said::Yes)
            return said;
    }
    change(conditionOf(m_realTime[0], m_realTime[1], m_realTime[2], m_realTime[3]));
    return Said::Yes;
}

Session::Said Session::send(const Bytes &bytes, int rows, const Stop &stop)
{
    const Bytes all = bytes + question();
    m_bytesOpen += all.size();
    m_rowsOpen += rows;
    return put(all, stop);
}

Session::Said Session::confirm(int open, const Stop &stop)
{
    const auto until = Clock::now() + m_patience.answer + m_link.underWay(m_bytesOpen) +
                       std::chrono::milliseconds(1000 * m_rowsOpen / slowestRows);
    while (this->open() > open) {
        const Said said = hear(std::min(until, Clock::now() + stall), stop);
        if (said != Said::Yes && said != Said::Silent)
            return said;
        if (said == Said::Yes)
            continue;
        if (Said looked = look(stop); looked != Said::Yes)
            return looked;
        if (m_condition.standsStill() && this->open() > open)
            return Said::StandsStill;
        if (Clock::now() >= until)
            return this->open() > open ? Said::Silent : Said::Yes;
    }
    // A byte among others that mean nothing is no promise.
    return m_garbage > m_garbageAtQuestion ? Said::Nonsense : Said::Yes;
}

Session::Said Session::askByte(const Bytes &question, unsigned char &answer, const Stop &stop)
{
    if (Said said = put(question, stop); said != Said::Yes)
        return said;
    Bytes heard;
    const Said said = saidOf(m_link.read(heard, Clock::now() + m_patience.answer, stop));
    if (said == Said::Yes)
        answer = static_cast<unsigned char>(heard.back());
    return said;
}

} // namespace porchlight::print::escpos
