// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/station.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porchlight::print::escpos {
namespace {

using namespace std::chrono_literals;

/// The printer's end of a line, with answers to order. Pictures are swallowed; questions are answered by `answer`.
class FarEnd {
public:
    using Answer = std::function<Bytes(const Bytes &question)>;

    explicit FarEnd(Answer answer) : m_answer(std::move(answer)), m_thread([this] { serve(); }) {}
    ~FarEnd()
    {
        m_ending = true;
        m_thread.join();
        for (const int end : m_ends)
            ::close(end);
    }
    FarEnd(const FarEnd &) = delete;
    FarEnd &operator=(const FarEnd &) = delete;

    std::optional<Link> open()
    {
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0)
            return {};
        const std::lock_guard lock(m_guard);
        m_ends.push_back(ends[1]);
        return Link(ends[0]);
    }
    int strips() const { return m_strips; }
    int cuts() const { return m_cuts; }

private:
    void serve()
    {
        Bytes waiting;
        while (!m_ending) {
            int end = -1;
            {
                const std::lock_guard lock(m_guard);
                if (!m_ends.empty())
                    end = m_ends.back();
            }
            pollfd look{end, POLLIN, 0};
            if (poll(&look, 1, 5) <= 0)
                continue;
            std::array<char, 4096> buffer{};
            const ssize_t count = ::read(end, buffer.data(), buffer.size());
            if (count <= 0) {
                std::this_thread::sleep_for(1ms);
                continue;
            }
            waiting.append(buffer.data(), static_cast<std::size_t>(count));
            while (const std::size_t length = lengthOf(waiting)) {
                const Bytes command = waiting.substr(0, length);
                waiting.erase(0, length);
                m_strips += command.starts_with("\x1dv");
                m_cuts += command.starts_with("\x1dV");
                const bool asks = command.starts_with("\x10\x04") || command.starts_with("\x1dr");
                if (const Bytes said = asks ? m_answer(command) : Bytes(); !said.empty())
                    (void)send(end, said.data(), said.size(), MSG_NOSIGNAL);
            }
        }
    }

    /// Of the first command; 0 while it is not all there.
    static std::size_t lengthOf(const Bytes &bytes)
    {
        std::size_t length = 1;
        if (bytes.size() > 7 && bytes.starts_with("\x1dv"))
            length = 8 + static_cast<unsigned char>(bytes[4]) *
                             (static_cast<unsigned char>(bytes[6]) + 256U * static_cast<unsigned char>(bytes[7]));
        else if (bytes.starts_with("\x1dV"))
            length = 4;
        else if (bytes.starts_with("\x1d") || bytes.starts_with("\x10"))
            length = bytes.starts_with("\x1dv") ? 8 : 3;
        else if (bytes.starts_with("\x1b"))
            length = 2;
        return bytes.size() >= length && !bytes.empty() ? length : 0;
    }

    Answer m_answer;
    std::mutex m_guard;
    std::vector<int> m_ends;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_strips = 0;
    std::atomic<int> m_cuts = 0;
    std::thread m_thread;
};

constexpr Patience quick{.answer = 300ms, .reach = 600ms, .settle = 300ms, .between = 20ms, .mending = 10ms};
const Stop never = [] { return false; };
const Picture slip{72, Bytes(72 * 600, '\x55')};

Bytes inOrder(const Bytes &question)
{
    return question[0] == 0x10 ? Bytes("\x12") : Bytes(1, '\0');
}

Ended printOn(FarEnd &printer, const Stop &stop = never)
{
    Station station(
        Model(), [&](const Stop &) { return printer.open(); }, quick, [](const Status &) {});
    return station.print(slip, stop);
}

TEST(Station, PrintsAndHasItConfirmed)
{
    FarEnd printer(inOrder);
    EXPECT_EQ(printOn(printer), Ended::Printed);
    EXPECT_EQ(printer.strips(), 5);
    EXPECT_EQ(printer.cuts(), 2) << "what may hang in it from before, and the slip";
}

TEST(Station, NeverTakesSilenceForYes)
{
    FarEnd silent([](const Bytes &) { return Bytes(); });
    EXPECT_EQ(printOn(silent), Ended::NotReachable);
    EXPECT_EQ(silent.strips(), 0);

    std::atomic<int> confirmed = 0;
    FarEnd falls([&](const Bytes &question) {
        return question[0] == 0x10 ? Bytes("\x12") : ++confirmed > 6 ? Bytes() : Bytes(1, '\0');
    });
    EXPECT_EQ(printOn(falls), Ended::Unknown);
    EXPECT_EQ(falls.strips(), 5) << "never a second one";
}

TEST(Station, NeverTakesNonsenseForYes)
{
    // Among what means nothing there is always a byte that would do.
    FarEnd printer([](const Bytes &question) { return question[0] == 0x10 ? Bytes("\x12") : Bytes("\xff\0\xff", 3); });
    const Ended ended = printOn(printer);
    EXPECT_NE(ended, Ended::Printed);
    EXPECT_EQ(printer.strips(), 0);
}

TEST(Station, IsNotUpsetByAnything)
{
    std::mt19937 chance(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    FarEnd printer([&](const Bytes &) {
        Bytes said(chance() % 20, '\0');
        for (char &byte : said)
            byte = static_cast<char>(chance());
        return said;
    });
    EXPECT_NE(printOn(printer), Ended::Printed);
    EXPECT_EQ(printer.strips(), 0);
}

TEST(Station, HearsCancelWhileItWaits)
{
    FarEnd printer([](const Bytes &question) {
        return question[0] != 0x10 ? Bytes(1, '\0') : Bytes(question[2] == 4 ? "\x7e" : "\x1a");
    });
    std::atomic<bool> cancelled = false;
    std::thread somebody([&] {
        std::this_thread::sleep_for(100ms);
        cancelled = true;
    });
    EXPECT_EQ(printOn(printer, [&] { return cancelled.load(); }), Ended::Cancelled);
    somebody.join();
    EXPECT_EQ(printer.strips(), 0);
}

TEST(Station, GivesUpWhereThereIsNoPrinter)
{
    Station station(
        Model(), [](const Stop &) { return std::optional<Link>(); }, quick, [](const Status &) {});
    EXPECT_EQ(station.print(slip, never), Ended::NotReachable);
}

TEST(Station, TellsACutterThatStaysStuck)
{
    FarEnd printer([](const Bytes &question) {
        return question[0] != 0x10 ? Bytes(1, '\0') : Bytes(question[2] == 3 ? "\x1a" : "\x12");
    });
    EXPECT_EQ(printOn(printer), Ended::Stuck);
    EXPECT_EQ(printer.strips(), 0);
}

} // namespace
} // namespace porchlight::print::escpos
