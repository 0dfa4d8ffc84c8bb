// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/link.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace porchlight::print::escpos {
namespace {

constexpr std::chrono::milliseconds slice{20};
constexpr int bitsPerByte = 10; // with start and stop

speed_t speedOf(int baud)
{
    switch (baud) {
    case 9600:
        return B9600;
    case 19200:
        return B19200;
    case 38400:
        return B38400;
    case 57600:
        return B57600;
    case 115200:
        return B115200;
    default:
        return B0;
    }
}

bool makeRaw(int descriptor, const Address &address)
{
    termios line{};
    if (tcgetattr(descriptor, &line) != 0)
        return false;
    cfmakeraw(&line);
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cflag &= ~static_cast<tcflag_t>(HUPCL | CRTSCTS);
    if (address.flow == Address::Flow::Hardware)
        line.c_cflag |= CRTSCTS;
    if (address.flow == Address::Flow::Software)
        line.c_iflag |= IXON;
    cfsetspeed(&line, speedOf(address.baud));
    return tcsetattr(descriptor, TCSANOW, &line) == 0 && tcflush(descriptor, TCIOFLUSH) == 0;
}

int connectTo(const Address &address)
{
    sockaddr_in four{};
    sockaddr_in6 six{};
    const bool isFour = inet_pton(AF_INET, address.place.c_str(), &four.sin_addr) == 1;
    four.sin_family = AF_INET;
    four.sin_port = htons(static_cast<uint16_t>(address.port));
    if (!isFour && inet_pton(AF_INET6, address.place.c_str(), &six.sin6_addr) != 1)
        return -1;
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(static_cast<uint16_t>(address.port));
    const int descriptor = socket(isFour ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int result = isFour ? connect(descriptor, reinterpret_cast<const sockaddr *>(&four), sizeof four)
                              : connect(descriptor, reinterpret_cast<const sockaddr *>(&six), sizeof six);
    if (result != 0 && errno != EINPROGRESS) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

} // namespace

Link::Link(int descriptor, int bitsPerSecond) : m_descriptor(descriptor), m_bitsPerSecond(bitsPerSecond) {}

Link::Link(Link &&other) noexcept : m_descriptor(other.m_descriptor), m_bitsPerSecond(other.m_bitsPerSecond)
{
    other.m_descriptor = -1;
}

Link::~Link()
{
    if (m_descriptor < 0)
        return;
    // What the printer has not taken yet must not reach it later; and one that stands still would keep close() waiting.
    const linger atOnce{1, 0};
    if (m_bitsPerSecond > 0)
        tcflush(m_descriptor, TCOFLUSH);
    else
        setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce); // does nothing where it is no socket
    close(m_descriptor);
}

std::optional<Link> Link::open(const Address &address, std::chrono::milliseconds patience, const Stop &stop)
{
    if (address.kind == Address::Kind::Tcp) {
        Link link(connectTo(address));
        if (link.m_descriptor < 0 || link.wait(POLLOUT, Clock::now() + patience, stop) != Outcome::Done)
            return {};
        int error = 0;
        socklen_t size = sizeof error;
        if (getsockopt(link.m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
            return {};
        return link;
    }
    const int descriptor = ::open(address.place.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return {};
    Link link(descriptor, address.kind == Address::Kind::Serial ? address.baud : 0);
    if (address.kind == Address::Kind::Serial && !makeRaw(descriptor, address))
        return {};
    return link;
}

Link::Outcome Link::wait(short what, Clock::time_point until, const Stop &stop) const
{
    while (true) {
        if (stop())
            return Outcome::Stopped;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        pollfd waiting{m_descriptor, what, 0};
        const int ready =
            poll(&waiting, 1, static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), slice).count()));
        if (ready < 0 && errno != EINTR)
            return Outcome::Lost;
        if (ready > 0) // an error or a hang-up shows itself in the call that follows
            return (waiting.revents & POLLNVAL) != 0 ? Outcome::Lost : Outcome::Done;
        if (left.count() <= 0)
            return Outcome::TimedOut;
    }
}

Link::Outcome Link::read(Bytes &into, Clock::time_point until, const Stop &stop)
{
    // A printer that sends answer after answer waits for our word that the first has come, and the kernel would be slow
    // to give it (40 ms). Nothing happens on a line that is not TCP.
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    while (true) {
        const Outcome outcome = wait(POLLIN, until, stop);
        if (outcome != Outcome::Done)
            return outcome;
        std::array<char, 512> buffer{};
        const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
        if (count > 0) {
            into.append(buffer.data(), static_cast<std::size_t>(count));
            return Outcome::Done;
        }
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return Outcome::Lost;
    }
}

Link::Outcome Link::write(Bytes &bytes, std::chrono::milliseconds patience, const Stop &stop)
{
    while (!bytes.empty()) {
        const Outcome outcome = wait(POLLOUT, Clock::now() + patience, stop);
        if (outcome != Outcome::Done)
            return outcome;
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count > 0)
            bytes.erase(0, static_cast<std::size_t>(count));
        else if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return Outcome::Lost;
    }
    return Outcome::Done;
}

std::chrono::milliseconds Link::underWay(std::size_t bytes) const
{
    using namespace std::chrono;
    return m_bitsPerSecond > 0 ? milliseconds(bytes * bitsPerByte * 1000 / static_cast<std::size_t>(m_bitsPerSecond))
                               : milliseconds(0);
}

} // namespace porchlight::print::escpos
