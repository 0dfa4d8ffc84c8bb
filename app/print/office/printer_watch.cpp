// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/printer_watch.h"

#include "print/office/printer_words.h"
#include "print/office/watch_mark.h"

#include <algorithm>

namespace porchlight::print {

namespace {

const std::string ofScheduler; // under which its own troubles are noted

} // namespace

PrinterWatch::PrinterWatch(WatchOptions options, Say say)
    : m_options(std::move(options)), m_say(std::move(say)), m_cups(m_options.socketPath),
      m_bell(std::make_shared<Bell>())
{
}

void PrinterWatch::note(const std::string &about, const std::string &trouble)
{
    std::string &told = m_told[about];
    if (told != trouble && !trouble.empty())
        m_say((about.empty() ? "" : "queue " + about + ": ") + trouble);
    told = trouble;
}

bool PrinterWatch::beginAll()
{
    const auto queues = m_cups.all();
    note(ofScheduler, queues ? "" : "no answer from CUPS: " + m_cups.error());
    if (!queues)
        return false;
    const auto named = [&](const std::string &name) {
        return m_options.queues.empty() ||
               std::find(m_options.queues.begin(), m_options.queues.end(), name) != m_options.queues.end();
    };
    std::map<std::string, Asker> kept;
    for (const QueueSight &queue : *queues) {
        if (!named(queue.name) || !isOfficePrinter(queue.deviceUri))
            continue;
        const auto old = m_askers.find(queue.name);
        const bool same = old != m_askers.end() && old->second.deviceUri() == queue.deviceUri;
        kept.emplace(queue.name, same ? std::move(old->second) : Asker(queue.deviceUri, m_options.answerLimit, m_bell));
    }
    m_askers = std::move(kept);
    for (const std::string &name : m_options.queues)
        if (!m_askers.contains(name))
            note(name, "there is no such queue with an IPP printer");
    for (auto &[queue, asker] : m_askers)
        asker.begin(m_clock.now());
    return true;
}

void PrinterWatch::settle(const std::stop_token &stop,
                          const std::function<void(const std::string &, std::vector<std::string>)> &with)
{
    constexpr std::chrono::milliseconds look{250};
    while (!stop.stop_requested()) {
        int before = 0;
        {
            const std::scoped_lock lock(m_bell->mutex);
            before = m_bell->rings;
        }
        bool open = false;
        for (auto &[queue, asker] : m_askers) {
            if (auto words = asker.take(m_clock.now()))
                with(queue, std::move(*words));
            open = open || asker.open();
        }
        if (!open)
            return;
        std::unique_lock lock(m_bell->mutex);
        m_bell->rung.wait_for(lock, stop, look, [&] { return m_bell->rings != before; });
    }
}

void PrinterWatch::act(const std::string &queue, const std::vector<std::string> &words)
{
    const auto sight = m_cups.look(queue);
    if (!sight)
        return;
    const QueueStep step = nextStep(*sight, words);
    bool granted = true;
    if (step.resume)
        granted = m_cups.resume(queue);
    if (granted && step.write)
        granted = m_cups.writeReasons(queue, step.reasons);
    // Paper, covers and jobs are not told here: a list of their times would be a list of visits.
    if (!granted)
        note(queue, "CUPS does not let this user write its state: " + m_cups.error());
    else
        note(queue, words == offlineWords() ? "its printer does not answer" : "");
}

void PrinterWatch::forgetAll()
{
    for (const auto &[queue, asker] : m_askers) {
        const auto sight = m_cups.look(queue);
        if (sight && sight->jobs == 0 && sight->state == QueueSight::State::Idle &&
            std::find(sight->reasons.begin(), sight->reasons.end(), watchMark) != sight->reasons.end())
            m_cups.writeReasons(queue, {});
    }
}

void PrinterWatch::run(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    auto next = m_clock.now();
    while (!stop.stop_requested()) {
        next += m_options.tick;
        if (beginAll())
            settle(stop,
                   [this](const std::string &queue, const std::vector<std::string> &words) { act(queue, words); });
        next = std::max(next, m_clock.now());
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, next - m_clock.now(), [] { return false; });
    }
    forgetAll();
}

std::map<std::string, std::vector<std::string>> PrinterWatch::askOnce(const std::stop_token &stop)
{
    std::map<std::string, std::vector<std::string>> answers;
    if (beginAll())
        settle(stop,
               [&](const std::string &queue, std::vector<std::string> words) { answers[queue] = std::move(words); });
    return answers;
}

} // namespace porchlight::print
