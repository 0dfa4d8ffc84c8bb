// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/office/asker.h"
#include "print/office/local_queues.h"

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace porchlight::print {

struct WatchOptions {
    std::string socketPath = "/run/cups/cups.sock";
    std::vector<std::string> queues; ///< none: all that can be asked
    content::Clock::Monotonic tick{10000};
    content::Clock::Monotonic answerLimit{5000}; ///< for one printer
};

/// Asks printers on a fixed tick, whatever a visitor does, and writes their words into the local queues.
class PrinterWatch {
public:
    /// Told of what staff may have to mend; the same words twice only when it was well in between.
    using Say = std::function<void(const std::string &)>;
    PrinterWatch(WatchOptions options, Say say);

    /// Until a stop; then no queue claims to be watched any more.
    void run(const std::stop_token &stop);
    /// Asks each printer once. Its queue's name and words, in the order of the names; nothing where CUPS can't be
    /// asked.
    std::map<std::string, std::vector<std::string>> askOnce(const std::stop_token &stop);

private:
    bool beginAll();
    void settle(const std::stop_token &stop,
                const std::function<void(const std::string &, std::vector<std::string>)> &with);
    void act(const std::string &queue, const std::vector<std::string> &words);
    void forgetAll();
    void note(const std::string &about, const std::string &trouble);

    WatchOptions m_options;
    Say m_say;
    LocalQueues m_cups;
    content::SystemClock m_clock;
    std::shared_ptr<Bell> m_bell;
    std::map<std::string, Asker> m_askers; ///< by queue
    std::map<std::string, std::string> m_told;
};

} // namespace porchlight::print
