// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "print/escpos/model.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace porchlight::print::escpos {

using Clock = std::chrono::steady_clock;

/// Where the printer is, as --device says it.
struct Address {
    enum class Kind { Auto, Usb, Tcp, Serial };
    enum class Flow { None, Hardware, Software };
    Kind kind = Kind::Auto;
    std::string place; ///< a device file, or a numeric IP address
    int port = 9100;
    int baud = 9600;
    Flow flow = Flow::None;
};

/// auto, usb:/dev/usb/lp0, tcp:ADDRESS[:PORT], serial:/dev/ttyUSB0[,BAUD[,rtscts|xonxoff]].
[[nodiscard]] content::Result<Address> parseAddress(const std::string &text);

/// Whether what is being done is still wanted. Asked every few hundredths of a second.
using Stop = std::function<bool()>;

/// Both ways to one printer over one file descriptor, which it closes. No call waits without an end.
class Link {
public:
    enum class Outcome { Done, TimedOut, Stopped, Lost };

    /// Takes over a descriptor that is open for reading and writing.
    explicit Link(int descriptor, int bitsPerSecond = 0);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;
    Link(Link &&other) noexcept;
    Link &operator=(Link &&other) = delete;

    /// Nothing when the printer is not there. Never Kind::Auto.
    static std::optional<Link> open(const Address &address, std::chrono::milliseconds patience, const Stop &stop);

    /// Adds what has come; waits for the first byte until `until`.
    Outcome read(Bytes &into, Clock::time_point until, const Stop &stop);
    /// Takes what was written off the front of `bytes`; gives up when nothing moves for so long.
    Outcome write(Bytes &bytes, std::chrono::milliseconds patience, const Stop &stop);
    /// How long so many bytes are under way, on a serial line.
    [[nodiscard]] std::chrono::milliseconds underWay(std::size_t bytes) const;

private:
    Outcome wait(short what, Clock::time_point until, const Stop &stop) const;

    int m_descriptor;
    int m_bitsPerSecond;
};

} // namespace porchlight::print::escpos
