// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web_server.h"

#include "published.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace porchlight::release {

namespace {

using Manner = WebServer::Manner;

struct Serving {
    std::filesystem::path folder;
    WebServer::Behaviour behaviour;
    int log = -1;
    std::atomic<std::uint64_t> sent = 0;
};

bool sendAll(int connection, const std::string &bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = send(connection, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

std::string head(const std::string &status, std::uint64_t length, const std::string &more = "")
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(length) + "\r\n" + more + "\r\n";
}

void note(Serving &serving, const std::string &line)
{
    const std::string whole = line + "\n";
    (void)!write(serving.log, whole.data(), whole.size());
}

/// Sends until the other side goes.
void sendForEver(int connection, const std::string &piece, std::chrono::milliseconds pause)
{
    while (sendAll(connection, piece))
        std::this_thread::sleep_for(pause);
}

/// False: the connection is over.
bool answer(Serving &serving, int connection, const std::string &path, const std::string &request)
{
    const WebServer::Behaviour &how = serving.behaviour;
    const bool bad = how.manner != Manner::Good && path.find(how.path) != std::string::npos;
    constexpr std::uint64_t announced = 1'000'000'000'000;
    if (bad && how.manner == Manner::Broken) {
        note(serving, "503 " + path);
        return sendAll(connection, head("503 Busy", 0));
    }
    if (bad && how.manner == Manner::Redirect) {
        note(serving, "302 " + path);
        return sendAll(connection, head("302 Found", 0, "Location: " + how.elsewhere + path + "\r\n"));
    }
    if (bad && (how.manner == Manner::Stall || how.manner == Manner::Drip || how.manner == Manner::Endless)) {
        note(serving, "200 " + path);
        if (!sendAll(connection, head("200 OK", announced)))
            return false;
        if (how.manner == Manner::Stall)
            std::this_thread::sleep_for(std::chrono::minutes(10));
        sendForEver(connection, std::string(how.manner == Manner::Drip ? 1 : 65536, 'x'),
                    std::chrono::milliseconds(how.manner == Manner::Drip ? 100 : 0));
        return false;
    }
    const std::filesystem::path file = serving.folder / path.substr(1);
    if (!std::filesystem::is_regular_file(file)) {
        note(serving, "404 " + path);
        return sendAll(connection, head("404 Not Found", 0));
    }
    const std::string bytes = bytesOf(file);
    const std::string tag = "\"" + std::to_string(std::hash<std::string>()(bytes)) + "\"";
    if (request.find("If-None-Match: " + tag) != std::string::npos) {
        note(serving, "304 " + path);
        return sendAll(connection, "HTTP/1.1 304 Not Modified\r\nETag: " + tag + "\r\n\r\n");
    }
    if (bad && how.manner == Manner::Short) {
        note(serving, "200 " + path);
        sendAll(connection, head("200 OK", bytes.size()) + bytes.substr(0, bytes.size() / 2));
        return false;
    }
    if (bad && how.manner == Manner::Cut && (serving.sent += bytes.size()) > how.bytes) {
        note(serving, "cut " + path);
        sendAll(connection, head("200 OK", bytes.size()) + bytes.substr(0, bytes.size() / 2));
        return false;
    }
    note(serving, "200 " + path);
    return sendAll(connection, head("200 OK", bytes.size(), "ETag: " + tag + "\r\n") + bytes);
}

void serve(Serving &serving, int connection)
{
    std::string pending;
    char piece[4096];
    while (true) {
        const std::size_t end = pending.find("\r\n\r\n");
        if (end == std::string::npos) {
            const ssize_t count = read(connection, piece, sizeof piece);
            if (count <= 0)
                break;
            pending.append(piece, static_cast<std::size_t>(count));
            continue;
        }
        const std::string request = pending.substr(0, end + 2);
        pending.erase(0, end + 4);
        const std::size_t from = request.find(' ') + 1;
        if (!answer(serving, connection, request.substr(from, request.find(' ', from) - from), request))
            break;
    }
    shutdown(connection, SHUT_RDWR);
    close(connection);
}

} // namespace

WebServer::WebServer(const std::filesystem::path &folder, const Behaviour &behaviour)
{
    static int number = 0;
    m_log = folder.string() + ".requests-" + std::to_string(++number);
    writeBytes(m_log, "");
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || listen(listener, 64) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        throw std::runtime_error("no port");
    m_port = ntohs(address.sin_port);
    m_child = fork();
    if (m_child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        static Serving serving;
        serving.folder = folder;
        serving.behaviour = behaviour;
        serving.log = open(m_log.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
        while (true) {
            const int connection = accept(listener, nullptr, nullptr);
            if (connection >= 0)
                std::thread([connection] { serve(serving, connection); }).detach();
        }
    }
    close(listener);
}

WebServer::~WebServer()
{
    kill(m_child, SIGKILL);
    waitpid(m_child, nullptr, 0);
}

std::string WebServer::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_port);
}

Source WebServer::source() const
{
    Source source;
    source.url = url();
    source.given = url();
    return source;
}

std::vector<std::string> WebServer::requests() const
{
    std::istringstream lines(bytesOf(m_log));
    std::vector<std::string> all;
    for (std::string line; std::getline(lines, line);)
        all.push_back(line);
    return all;
}

} // namespace porchlight::release
