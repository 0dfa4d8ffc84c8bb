// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/escpos/model.h"

#include <vector>

namespace porchlight::print::escpos {

/// What a printer says of itself.
struct Condition {
    bool coverOpen = false;
    bool paperOut = false;
    bool paperLow = false;
    bool cutter = false;  ///< its cutter is stuck, or something else that does not mend by itself
    bool hot = false;     ///< waits until it has cooled
    bool offline = false; ///< stands still for another reason, as its own button
    bool operator==(const Condition &) const = default;

    /// It prints nothing until somebody or time mends it.
    [[nodiscard]] bool standsStill() const { return coverOpen || paperOut || cutter || hot || offline; }
    /// What is half printed stays half printed.
    [[nodiscard]] bool tears() const { return coverOpen || paperOut; }
};

/// One word of a printer.
struct Word {
    enum class Kind {
        RealTime,   ///< the answer to DLE EOT n; only the order tells to which n
        InTurn,     ///< the answer to GS r 1
        ProcessId,  ///< the answer to GS ( H
        Cleared,    ///< the answer to DLE DC4 8: nothing waits to be printed any more
        StatusBack, ///< four bytes nobody has asked for
        GoOn,       ///< XON
        HoldOn,     ///< XOFF
        Garbage,    ///< means nothing
    };
    Kind kind;
    Bytes bytes;
};

/// Tells the words apart by the bits that are fixed in each, whatever pieces they arrive in.
class StatusParser {
public:
    [[nodiscard]] std::vector<Word> take(const Bytes &bytes);
    /// Forgets a word that is half said.
    void reset() { m_half.clear(); }

private:
    Bytes m_half;
};

/// Asks in real time; n is 1 to 4.
[[nodiscard]] Bytes realTimeQuestion(int n);
/// Has the printer throw away at once all that it holds and has not printed, also within a picture and while it stands
/// still. It answers when it has.
[[nodiscard]] Bytes clearBuffers();
/// The same of older printers, which obey while an error like a stuck cutter stands, and answer nothing.
[[nodiscard]] Bytes recoverCleared();
/// Reads the answers to DLE EOT 1, 2, 3 and 4, in this order.
[[nodiscard]] Condition conditionOf(unsigned char printer, unsigned char offline, unsigned char error,
                                    unsigned char paper);
/// Reads the four bytes of automatic status back.
[[nodiscard]] Condition conditionOf(const Bytes &statusBack);

} // namespace porchlight::print::escpos
