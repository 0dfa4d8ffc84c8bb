// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/office/queue_rules.h"

#include <optional>
#include <string>
#include <vector>

namespace porchlight::print {

/// The queues of the scheduler behind a UNIX socket. Each call blocks 5 s at most and opens no other socket.
class LocalQueues {
public:
    explicit LocalQueues(std::string socketPath) : m_socketPath(std::move(socketPath)) {}

    /// All of them; no value when the scheduler does not answer.
    std::optional<std::vector<QueueSight>> all();
    /// No value when it is gone.
    std::optional<QueueSight> look(const std::string &queue);
    /// False when it was not granted: error() says why.
    bool writeReasons(const std::string &queue, const std::vector<std::string> &reasons);
    bool resume(const std::string &queue);
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    std::string m_socketPath;
    std::string m_error;
};

} // namespace porchlight::print
