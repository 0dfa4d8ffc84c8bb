// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/source.h"

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::release {

/// A small web server on loopback, in a process of its own, that can be as bad as one wants.
class WebServer {
public:
    enum class Manner {
        Good,
        Stall,    ///< answers, then sends no more
        Drip,     ///< a byte every 100 ms, without end
        Endless,  ///< sends bytes without end
        Cut,      ///< closes after so many bytes, and from then on refuses
        Short,    ///< sends less than it announced
        Redirect, ///< to `elsewhere`
        Broken    ///< HTTP 503
    };
    struct Behaviour {
        Manner manner = Manner::Good;
        std::string path;        ///< only where this stands in the path; empty: everywhere
        std::uint64_t bytes = 0; ///< Cut: of files, in all
        std::string elsewhere;
    };
    explicit WebServer(const std::filesystem::path &folder, const Behaviour &behaviour = {Manner::Good, "", 0, ""});
    WebServer(const WebServer &) = delete;
    WebServer &operator=(const WebServer &) = delete;
    ~WebServer();

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string url() const;
    [[nodiscard]] Source source() const;
    /// "200 /objects/ab/...", in their order.
    [[nodiscard]] std::vector<std::string> requests() const;

private:
    std::filesystem::path m_log;
    int m_port = 0;
    pid_t m_child = 0;
};

} // namespace porchlight::release
