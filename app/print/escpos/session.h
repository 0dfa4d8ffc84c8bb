// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/escpos/link.h"
#include "print/escpos/status.h"

#include <functional>

namespace porchlight::print::escpos {

/// How long to wait for what.
struct Patience {
    std::chrono::milliseconds answer{4000};  ///< for each answer, besides what is still to be printed
    std::chrono::milliseconds reach{8000};   ///< for a printer that is not there, when there is something to print
    std::chrono::milliseconds settle{10000}; ///< for a cutter that is stuck
    std::chrono::milliseconds clear{1000};   ///< for the word that nothing waits to be printed; not all know it
    std::chrono::milliseconds between{2000}; ///< two looks while nothing is printed
    std::chrono::milliseconds mending{250};  ///< two looks while somebody, or time, has to mend it
};

/// A conversation with one printer that is there. Every call ends: with an answer, within its patience, or soon after
/// `stop` says so.
class Session {
public:
    enum class Said {
        Yes,
        Stopped,
        Silent,     ///< no answer in time
        Lost,       ///< the line is gone
        Nonsense,   ///< it talks, but not as a printer
        StandsStill ///< see condition()
    };
    /// Told of every change that the printer itself tells.
    using Tell = std::function<void(const Condition &)>;

    Session(Link link, const Model &model, Patience patience, Tell tell);

    /// What may be left in the printer from before.
    struct Left {
        bool picture = false; ///< it may wait for the rest of one
        bool rows = false;    ///< it may hold rows of a slip that nobody waits for: they must not come out
    };
    /// Makes the printer ready. StandsStill: cleared of rows, as far as it can be.
    Said begin(const Left &left, const Stop &stop);
    /// Asks for the condition. Yes also when it stands still.
    Said look(const Stop &stop);
    [[nodiscard]] const Condition &condition() const { return m_condition; }
    /// It was without paper or open since onFreshPaper(), however shortly: what is half printed stays half printed.
    [[nodiscard]] bool hasTorn() const { return m_hasTorn; }
    void onFreshPaper() { m_hasTorn = false; }
    /// Sends bytes, and after them a question that the printer answers in its turn.
    Said send(const Bytes &bytes, int rows, const Stop &stop);
    /// Waits until no more than so many of these questions are open. StandsStill while there is something to mend.
    Said confirm(int open, const Stop &stop);
    /// One byte that answers `question` at once, of no kind the parser knows.
    Said askByte(const Bytes &question, unsigned char &answer, const Stop &stop);
    /// begin() has said yes, and no command has broken off since.
    [[nodiscard]] bool isReady() const { return m_ready && !m_midCommand; }
    /// A command was begun and not brought to its end.
    [[nodiscard]] bool isMidCommand() const { return m_midCommand; }
    [[nodiscard]] int open() const { return m_asked - m_answered; }

private:
    Said put(Bytes bytes, const Stop &stop);
    Said clear(const Stop &stop);
    Said hear(Clock::time_point until, const Stop &stop);
    void change(const Condition &condition);
    [[nodiscard]] Bytes question();

    Link m_link;
    const Model &m_model;
    Patience m_patience;
    Tell m_tell;
    StatusParser m_parser;
    Condition m_condition;
    std::vector<unsigned char> m_realTime; ///< answers not yet taken
    int m_asked = 0;
    int m_answered = 0;
    int m_garbage = 0;
    int m_garbageAtQuestion = 0;
    std::size_t m_bytesOpen = 0;
    int m_rowsOpen = 0;
    unsigned m_number = 0; ///< of the last question
    bool m_hasTorn = false;
    bool m_cleared = false; ///< said since it was asked to
    bool m_midCommand = false;
    bool m_ready = false;
};

} // namespace porchlight::print::escpos
