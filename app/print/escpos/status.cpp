// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/status.h"

namespace porchlight::print::escpos {
namespace {

constexpr unsigned char goOn = 0x11;
constexpr unsigned char holdOn = 0x13;
constexpr unsigned char processHeader = 0x37;
constexpr unsigned char processKind = 0x22;
constexpr std::size_t processLength = 7;
constexpr unsigned char clearedKind = 0x25;
constexpr std::size_t clearedLength = 3;
constexpr std::size_t statusBackLength = 4;

// 0xx1xx10
bool isRealTime(unsigned char byte)
{
    return (byte & 0x93) == 0x12;
}

// 0xx1xx00
bool beginsStatusBack(unsigned char byte)
{
    return (byte & 0x93) == 0x10;
}

// 0xx0xxxx: a later byte of automatic status back, or the answer to GS r.
bool isLow(unsigned char byte)
{
    return (byte & 0x90) == 0;
}

} // namespace

std::vector<Word> StatusParser::take(const Bytes &bytes)
{
    std::vector<Word> words;
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        if (!m_half.empty() && static_cast<unsigned char>(m_half[0]) == processHeader) {
            const auto kind = m_half.size() == 1 ? byte : static_cast<unsigned char>(m_half[1]);
            const std::size_t length = kind == clearedKind ? clearedLength : processLength;
            m_half += character;
            const bool isWhole = m_half.size() == length;
            if ((kind != processKind && kind != clearedKind) || (isWhole && byte != 0)) {
                words.push_back({Word::Kind::Garbage, m_half});
                m_half.clear();
            } else if (isWhole) {
                words.push_back(kind == clearedKind ? Word{Word::Kind::Cleared, m_half}
                                                    : Word{Word::Kind::ProcessId, m_half.substr(2, 4)});
                m_half.clear();
            }
            continue;
        }
        if (!m_half.empty()) {
            if (isLow(byte)) {
                m_half += character;
                if (m_half.size() == statusBackLength) {
                    words.push_back({Word::Kind::StatusBack, m_half});
                    m_half.clear();
                }
                continue;
            }
            // An answer in real time may push itself in between; anything else means that the word has broken off.
            if (!isRealTime(byte) && byte != goOn && byte != holdOn) {
                words.push_back({Word::Kind::Garbage, m_half});
                m_half.clear();
            }
        }
        if (byte == goOn || byte == holdOn)
            words.push_back({byte == goOn ? Word::Kind::GoOn : Word::Kind::HoldOn, Bytes(1, character)});
        else if (isRealTime(byte))
            words.push_back({Word::Kind::RealTime, Bytes(1, character)});
        else if (beginsStatusBack(byte) || byte == processHeader)
            m_half = Bytes(1, character);
        else
            words.push_back({isLow(byte) ? Word::Kind::InTurn : Word::Kind::Garbage, Bytes(1, character)});
    }
    return words;
}

Bytes realTimeQuestion(int n)
{
    return Bytes("\x10\x04") + static_cast<char>(n);
}

// Both from Epson's public ESC/POS command reference ("DLE DC4 (fn=8)": Clear buffer(s), answer 37 25 00, fixed
// parameters; "DLE ENQ": 2, recover from error after clearing the buffers). Citizen's manuals have the same bytes.
Bytes clearBuffers()
{
    return "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08";
}

Bytes recoverCleared()
{
    return "\x10\x05\x02";
}

Condition conditionOf(unsigned char printer, unsigned char offline, unsigned char error, unsigned char paper)
{
    Condition said;
    said.coverOpen = (offline & 0x04) != 0;
    said.paperOut = (offline & 0x20) != 0 || (paper & 0x60) != 0;
    said.paperLow = !said.paperOut && (paper & 0x0c) != 0;
    said.cutter = (error & 0x28) != 0;
    said.hot = (error & 0x40) != 0;
    said.offline = ((printer & 0x08) != 0 || (offline & 0x40) != 0) && !said.standsStill();
    return said;
}

Condition conditionOf(const Bytes &statusBack)
{
    const auto at = [&](std::size_t n) { return static_cast<unsigned char>(statusBack.at(n)); };
    Condition said;
    said.coverOpen = (at(0) & 0x20) != 0;
    said.paperOut = (at(2) & 0x0c) != 0;
    said.paperLow = !said.paperOut && (at(2) & 0x03) != 0;
    said.cutter = (at(1) & 0x28) != 0;
    said.hot = (at(1) & 0x40) != 0;
    said.offline = (at(0) & 0x08) != 0 && !said.standsStill();
    return said;
}

} // namespace porchlight::print::escpos
