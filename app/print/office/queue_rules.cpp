// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/queue_rules.h"

#include "print/office/printer_words.h"
#include "print/office/watch_mark.h"

#include <algorithm>
#include <array>

namespace porchlight::print {

namespace {

// All that CUPS's IPP backend may say last before it gives up; tests/flows/test_office_printers.py looks that its
// program still holds them. Kept whole: a word more could be somebody's.
constexpr std::array backendSentences{
    std::string_view{"The printer is not responding."},
    std::string_view{"The printer may not exist or is unavailable at this time."},
    std::string_view{"The printer is unreachable at this time."},
    std::string_view{"The printer configuration is incorrect or the printer no longer exists."},
    std::string_view{"The printer is in use."},
    std::string_view{"Unable to locate printer."},
    std::string_view{"Unable to get printer status."},
    std::string_view{"Unable to add document to print job."},
    std::string_view{"Print job was not accepted."},
    std::string_view{"Connecting to printer."},
    std::string_view{"Connected to printer."},
    std::string_view{"Preparing to print."},
    std::string_view{"Copying print data."},
    std::string_view{"Waiting for job to complete."},
};

std::vector<std::string> sorted(std::vector<std::string> words)
{
    std::sort(words.begin(), words.end());
    return words;
}

} // namespace

bool isOfficePrinter(std::string_view deviceUri)
{
    for (const std::string_view scheme : {"ipp://", "ipps://"})
        if (deviceUri.starts_with(scheme))
            return true;
    return deviceUri.starts_with("dnssd://") && deviceUri.find("._ipp") != std::string_view::npos;
}

bool stoppedByItself(const QueueSight &queue)
{
    return queue.state == QueueSight::State::Stopped &&
           std::find(backendSentences.begin(), backendSentences.end(), queue.message) != backendSentences.end();
}

QueueStep nextStep(const QueueSight &queue, const std::vector<std::string> &words)
{
    QueueStep step;
    // A job that waits in a stopped queue may be a slip whose visitor has gone: it must not come out.
    if (queue.jobs > 0 || queue.state == QueueSight::State::Processing)
        return step;
    if (queue.state == QueueSight::State::Stopped) {
        step.resume = stoppedByItself(queue) && words != offlineWords();
        if (!step.resume)
            return step;
    }
    step.reasons = words;
    step.reasons.emplace_back(watchMark);
    step.reasons = sorted(std::move(step.reasons));
    step.write = sorted(queue.reasons) != step.reasons;
    return step;
}

} // namespace porchlight::print
