// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace porchlight::print {

/// One queue of the local scheduler, as it says of itself.
struct QueueSight {
    enum class State { Idle, Processing, Stopped };
    std::string name;
    std::string deviceUri;
    State state = State::Idle;
    std::string message; ///< printer-state-message
    std::vector<std::string> reasons;
    int jobs = 0; ///< queued-job-count
};

struct QueueStep {
    bool resume = false; ///< start the stopped queue again
    bool write = false;  ///< replace its reasons
    std::vector<std::string> reasons;
    bool operator==(const QueueStep &) const = default;
};

/// Can the printer behind it be asked at all? Only those of CUPS's IPP backend.
bool isOfficePrinter(std::string_view deviceUri);

/// Did the backend stop it? Someone's pause says "Paused", their own words, or (in the middle of a job) nothing; the
/// backend leaves a sentence of its own. Words that are unknown are somebody's.
bool stoppedByItself(const QueueSight &queue);

/// What to do now that the printer has answered these words (see printer_words.h). Nothing while a job is in the queue.
QueueStep nextStep(const QueueSight &queue, const std::vector<std::string> &words);

} // namespace porchlight::print
