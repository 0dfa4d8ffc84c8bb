// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::print {

/// Told by askers that an answer has come.
struct Bell {
    std::mutex mutex;
    std::condition_variable_any rung;
    int rings = 0;
    void ring();
};

/// Asks one printer, each time on a thread of its own that nobody waits for: name services and TLS keep no deadline.
class Asker {
public:
    Asker(std::string deviceUri, content::Clock::Monotonic limit, std::shared_ptr<Bell> bell);

    [[nodiscard]] const std::string &deviceUri() const { return m_deviceUri; }
    /// Begins to ask, unless the last question still hangs: then that one stays overdue.
    void begin(content::Clock::Monotonic now);
    /// The words, once for each begin(); "offline" when they are overdue.
    std::optional<std::vector<std::string>> take(content::Clock::Monotonic now);
    [[nodiscard]] bool open() const { return m_slot && !m_taken; }

private:
    struct Slot {
        std::mutex mutex;
        std::optional<std::vector<std::string>> words;
    };

    std::string m_deviceUri;
    content::Clock::Monotonic m_limit;
    std::shared_ptr<Bell> m_bell;
    std::shared_ptr<Slot> m_slot; ///< of the question that is open; the thread has the other half
    content::Clock::Monotonic m_since{};
    bool m_taken = false;
};

} // namespace porchlight::print
