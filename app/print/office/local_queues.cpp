// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/local_queues.h"

#include "print/office/ipp_line.h"

#include <array>

namespace porchlight::print {

namespace {

using namespace std::chrono_literals;

constexpr content::Clock::Monotonic limit = 5s;
constexpr std::array wanted{"printer-name",          "device-uri",       "printer-state", "printer-state-message",
                            "printer-state-reasons", "queued-job-count", "printer-type"};
constexpr const char *administration = "/admin/"; // where the scheduler asks who is there

std::string uriOf(const std::string &queue)
{
    return "ipp://localhost/printers/" + queue;
}

void want(ipp_t *question)
{
    ippAddStrings(question, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(wanted.size()),
                  nullptr, wanted.data());
}

QueueSight::State stateOf(int state)
{
    switch (state) {
    case IPP_PSTATE_IDLE:
        return QueueSight::State::Idle;
    case IPP_PSTATE_STOPPED:
        return QueueSight::State::Stopped;
    default:
        return QueueSight::State::Processing;
    }
}

void read(QueueSight &queue, ipp_attribute_t *attribute)
{
    const std::string name = ippGetName(attribute);
    const auto text = [&](int i) {
        const char *found = ippGetString(attribute, i, nullptr);
        return std::string(found ? found : "");
    };
    if (name == "printer-name")
        queue.name = text(0);
    else if (name == "device-uri")
        queue.deviceUri = text(0);
    else if (name == "printer-state")
        queue.state = stateOf(ippGetInteger(attribute, 0));
    else if (name == "printer-state-message")
        queue.message = text(0);
    else if (name == "queued-job-count")
        queue.jobs = ippGetInteger(attribute, 0);
    else if (name == "printer-state-reasons")
        for (int i = 0; i < ippGetCount(attribute); ++i)
            if (text(i) != "none")
                queue.reasons.push_back(text(i));
}

std::vector<QueueSight> queuesIn(ipp_t *answer)
{
    std::vector<QueueSight> queues;
    bool inside = false;
    for (auto *attribute = ippFirstAttribute(answer); attribute; attribute = ippNextAttribute(answer)) {
        if (ippGetGroupTag(attribute) != IPP_TAG_PRINTER || !ippGetName(attribute)) {
            inside = false;
            continue;
        }
        if (!inside)
            queues.emplace_back();
        inside = true;
        read(queues.back(), attribute);
    }
    return queues;
}

} // namespace

std::optional<std::vector<QueueSight>> LocalQueues::all()
{
    IppLine line(limit);
    if (!line.connectTo(m_socketPath)) {
        m_error = line.error();
        return std::nullopt;
    }
    Ipp question = IppLine::request(IPP_OP_CUPS_GET_PRINTERS, "ipp://localhost/");
    want(question.get());
    const Ipp answer = line.ask(std::move(question), "/");
    // "Not found" is how it says that there are none.
    if (!answer && cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND)
        return std::vector<QueueSight>{};
    m_error = line.error();
    return answer ? std::optional(queuesIn(answer.get())) : std::nullopt;
}

std::optional<QueueSight> LocalQueues::look(const std::string &queue)
{
    IppLine line(limit);
    if (!line.connectTo(m_socketPath))
        return std::nullopt;
    Ipp question = IppLine::request(IPP_OP_GET_PRINTER_ATTRIBUTES, uriOf(queue));
    want(question.get());
    const Ipp answer = line.ask(std::move(question), "/printers/" + queue);
    const auto found = answer ? queuesIn(answer.get()) : std::vector<QueueSight>{};
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool LocalQueues::writeReasons(const std::string &queue, const std::vector<std::string> &reasons)
{
    IppLine line(limit);
    if (!line.connectTo(m_socketPath))
        return false;
    Ipp change = IppLine::request(IPP_OP_CUPS_ADD_MODIFY_PRINTER, uriOf(queue));
    std::vector<const char *> words;
    for (const std::string &reason : reasons)
        words.push_back(reason.c_str());
    if (words.empty())
        words.push_back("none");
    ippAddStrings(change.get(), IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons",
                  static_cast<int>(words.size()), nullptr, words.data());
    const bool granted = line.ask(std::move(change), administration) != nullptr;
    m_error = line.error();
    return granted;
}

bool LocalQueues::resume(const std::string &queue)
{
    IppLine line(limit);
    if (!line.connectTo(m_socketPath))
        return false;
    const bool granted = line.ask(IppLine::request(IPP_OP_RESUME_PRINTER, uriOf(queue)), administration) != nullptr;
    m_error = line.error();
    return granted;
}

} // namespace porchlight::print
