// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.h"
#include "release/fetch_watch.h"
#include "web_server.h"

#include <gtest/gtest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

namespace porchlight::release {
namespace {

int connectTo(const WebServer &server)
{
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(server.port()));
    EXPECT_EQ(connect(connection, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    return connection;
}

/// Reads so much from a server that sends without end, then waits a moment.
std::uint64_t readFrom(const WebServer &server, std::uint64_t wanted)
{
    const int connection = connectTo(server);
    const std::string request = "GET /x HTTP/1.1\r\n\r\n";
    std::uint64_t got = 0;
    if (write(connection, request.data(), request.size()) > 0) {
        static std::array<char, 1 << 20> piece;
        while (got < wanted) {
            const ssize_t count = read(connection, piece.data(), piece.size());
            if (count <= 0)
                break;
            got += static_cast<std::uint64_t>(count);
        }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    close(connection);
    return got;
}

struct Watched {
    FetchWatch::End end;
    std::uint64_t got;
};

Watched watched(std::uint64_t mostBytes, OstreeAsyncProgress *progress, std::uint64_t wanted)
{
    const TempFolder folder;
    const WebServer server(folder / "nothing", {WebServer::Manner::Endless, "", 0, ""});
    const ObjectPtr<GCancellable> cancellable(g_cancellable_new());
    const FetchWatch watch(mostBytes, 30, cancellable.get(), progress);
    const std::uint64_t got = readFrom(server, wanted);
    EXPECT_EQ(g_cancellable_is_cancelled(cancellable.get()) != FALSE, watch.end() != FetchWatch::End::None);
    return {watch.end(), got};
}

TEST(FetchWatch, AGoodLineMayBringMuchBeforeLibostreeTellsOfIt)
{
    const ObjectPtr<OstreeAsyncProgress> progress(ostree_async_progress_new());
    const Watched much = watched(1U << 30, progress.get(), 2 * mostPreamble);
    EXPECT_EQ(much.end, FetchWatch::End::None);
    EXPECT_GE(much.got, 2 * mostPreamble);
    ostree_async_progress_finish(progress.get());
}

TEST(FetchWatch, ButNoMoreThanWasSigned)
{
    const ObjectPtr<OstreeAsyncProgress> progress(ostree_async_progress_new());
    EXPECT_EQ(watched(1U << 20, progress.get(), 4 * mostPreamble).end, FetchWatch::End::TooMuch);
    ostree_async_progress_finish(progress.get());
}

TEST(FetchWatch, WhatIsNoPullIsSmall)
{
    EXPECT_EQ(watched(1U << 30, nullptr, 4 * mostPreamble).end, FetchWatch::End::TooMuch);
}

TEST(FetchWatch, ConnectionsThatWereThereBeforeAreLeftAlone)
{
    const TempFolder folder;
    const WebServer server(folder / "nothing");
    const int before = connectTo(server);
    const ObjectPtr<GCancellable> cancellable(g_cancellable_new());
    FetchWatch watch(1, 30, cancellable.get(), nullptr);
    const int after = connectTo(server);
    watch.ask();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const std::string request = "GET /x HTTP/1.1\r\n\r\n";
    std::array<char, 64> answer{};
    EXPECT_EQ(send(after, request.data(), request.size(), MSG_NOSIGNAL), -1);
    EXPECT_EQ(send(before, request.data(), request.size(), MSG_NOSIGNAL), static_cast<ssize_t>(request.size()));
    EXPECT_GT(read(before, answer.data(), answer.size()), 0);
    close(before);
    close(after);
}

} // namespace
} // namespace porchlight::release
