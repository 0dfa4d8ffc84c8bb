// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/ipp_client.h"

#include <array>
#include <thread>

namespace porchlight::print {

namespace {

using namespace std::chrono_literals;

constexpr content::Clock::Monotonic answerLimit = 1800ms; // a status may take 2 s
constexpr content::Clock::Monotonic busyLimit = 3s;       // a job that was cancelled is let go of in less
constexpr auto busyPoll = 50ms;
constexpr double tickSeconds = 0.2;
constexpr int connectMs = 1000;
constexpr const char *user = "porchlight"; ///< of every kiosk alike
constexpr const char *jobName = "slip";

std::optional<int> number(ipp_t *ipp, const char *name)
{
    ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_ZERO);
    return attribute ? std::optional(ippGetInteger(attribute, 0)) : std::nullopt;
}

bool worked(ipp_t *ipp)
{
    return ipp && ippGetStatusCode(ipp) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

void want(ipp_t *request, std::span<const char *const> attributes)
{
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(attributes.size()), nullptr, attributes.data());
}

Sighting::Job endOf(int state, bool printerStopped)
{
    switch (state) {
    case IPP_JSTATE_COMPLETED:
        return Sighting::Job::Completed;
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
        return printerStopped ? Sighting::Job::NotReached : Sighting::Job::Ended;
    default:
        return Sighting::Job::Waiting;
    }
}

} // namespace

IppClient::IppClient(IppPlace place, std::stop_token stop)
    : m_place(std::move(place)), m_uri("ipp://localhost" + m_place.resource), m_stop(std::move(stop))
{
}

void IppClient::begin(std::stop_token stop)
{
    m_stop = std::move(stop);
    m_lastChance = false;
}

void IppClient::lastChance(content::Clock::Monotonic time)
{
    m_lastChance = true;
    m_chanceEnds = m_clock.now() + time;
}

bool IppClient::goOn()
{
    return m_clock.now() < m_deadline && (m_lastChance || !m_stop.stop_requested());
}

bool IppClient::connect()
{
    // Both belong to the thread. Without the second, libcups would ask for a password at the terminal.
    cupsSetUser(user);
    cupsSetPasswordCB2(
        [](const char *, http_t *, const char *, const char *, void *) -> const char * { return nullptr; }, nullptr);
    if (m_http)
        return true;
    m_http.reset(httpConnect2(m_place.socket.c_str(), 0, nullptr, AF_LOCAL, HTTP_ENCRYPTION_IF_REQUESTED, 1, connectMs,
                              nullptr));
    if (m_http)
        httpSetTimeout(
            m_http.get(), tickSeconds,
            [](http_t *, void *self) { return static_cast<IppClient *>(self)->goOn() ? 1 : 0; }, this);
    return m_http != nullptr;
}

IppClient::Ipp IppClient::request(ipp_op_t operation, std::optional<int> job) const
{
    Ipp ipp(ippNewRequest(operation));
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, m_uri.c_str());
    if (job)
        ippAddInteger(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", *job);
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user);
    return ipp;
}

IppClient::Ipp IppClient::ask(Ipp request, std::span<const char> document,
                              std::optional<content::Clock::Monotonic> limit)
{
    m_deadline = m_lastChance ? m_chanceEnds : m_clock.now() + limit.value_or(answerLimit);
    m_refused = false;
    if (!goOn() || !connect())
        return nullptr;
    const char *resource = m_place.resource.c_str();
    const size_t length = ippLength(request.get()) + document.size();
    http_status_t status = cupsSendRequest(m_http.get(), request.get(), resource, length);
    if (status == HTTP_STATUS_CONTINUE && !document.empty())
        status = cupsWriteRequestData(m_http.get(), document.data(), document.size());
    Ipp answer(status == HTTP_STATUS_CONTINUE ? cupsGetResponse(m_http.get(), resource) : nullptr);
    if (!answer) {
        m_refused = status >= HTTP_STATUS_BAD_REQUEST;
        m_http.reset(); // it may stand in the middle of an answer
    }
    return answer;
}

std::optional<PrinterFacts> IppClient::facts()
{
    Ipp question = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    want(question.get(), factNames());
    const Ipp answer = ask(std::move(question));
    return worked(answer.get()) ? std::optional(factsOf(answer.get())) : std::nullopt;
}

std::optional<std::string> IppClient::queueToUse()
{
    static constexpr std::array wanted{"printer-name"};
    for (const ipp_op_t operation : {IPP_OP_CUPS_GET_DEFAULT, IPP_OP_CUPS_GET_PRINTERS}) {
        Ipp question(ippNewRequest(operation));
        ippAddString(question.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user);
        want(question.get(), wanted);
        const Ipp answer = ask(std::move(question));
        if (!answer)
            return std::nullopt;
        ipp_attribute_t *name =
            worked(answer.get()) ? ippFindAttribute(answer.get(), wanted[0], IPP_TAG_NAME) : nullptr;
        if (!name)
            continue;
        std::string first = ippGetString(name, 0, nullptr);
        // One of several would be a guess, and the slip in another room.
        if (ippFindNextAttribute(answer.get(), wanted[0], IPP_TAG_NAME))
            break;
        return first;
    }
    return std::string();
}

bool IppClient::cancelLeftovers()
{
    Ipp list = request(IPP_OP_GET_JOBS);
    ippAddBoolean(list.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    ippAddString(list.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "not-completed");
    static constexpr std::array wanted{"job-id"};
    want(list.get(), wanted);
    const Ipp jobs = ask(std::move(list));
    if (!jobs)
        return false;
    bool all = true;
    for (auto *id = ippFindAttribute(jobs.get(), "job-id", IPP_TAG_INTEGER); id;
         id = ippFindNextAttribute(jobs.get(), "job-id", IPP_TAG_INTEGER))
        all = cancel(ippGetInteger(id, 0)) != Answer::None && all;
    return all;
}

IppClient::Ipp IppClient::newJob(std::optional<QSizeF> paperMm, std::chrono::seconds limit) const
{
    Ipp create = request(IPP_OP_CREATE_JOB);
    ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, jobName);
    if (paperMm) {
        const Ipp size(ippNew());
        ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", qRound(paperMm->width() * 100));
        ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", qRound(paperMm->height() * 100));
        const Ipp media(ippNew());
        ippAddCollection(media.get(), IPP_TAG_ZERO, "media-size", size.get());
        ippAddCollection(create.get(), IPP_TAG_JOB, "media-col", media.get());
    }
    ippAddString(create.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
    // Should the kiosk die now, the scheduler itself throws the slip away.
    ippAddInteger(create.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-cancel-after", static_cast<int>(limit.count()));
    return create;
}

std::optional<int> IppClient::createJob(std::optional<QSizeF> paperMm, std::chrono::seconds limit)
{
    // A printer of one job at a time is busy until it has let go of the one before, also when that was cancelled.
    const auto until = m_clock.now() + busyLimit;
    while (true) {
        const Ipp created = ask(newJob(paperMm, limit));
        if (worked(created.get()))
            return number(created.get(), "job-id");
        const bool busy = created && ippGetStatusCode(created.get()) == IPP_STATUS_ERROR_BUSY;
        if (!busy || m_clock.now() >= until || m_stop.stop_requested())
            return std::nullopt;
        std::this_thread::sleep_for(busyPoll);
    }
}

IppClient::Answer IppClient::sendDocument(int job, const char *format, std::span<const char> document,
                                          content::Clock::Monotonic limit)
{
    Ipp send = request(IPP_OP_SEND_DOCUMENT, job);
    ippAddString(send.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, format);
    ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
    const Ipp answer = ask(std::move(send), document, limit);
    if (!answer)
        return m_refused ? Answer::Refused : Answer::None;
    return worked(answer.get()) ? Answer::Yes : Answer::Refused;
}

Sighting IppClient::look(int job)
{
    Sighting sighting;
    Ipp question = request(IPP_OP_GET_JOB_ATTRIBUTES, job);
    static constexpr std::array ofJob{"job-state", "job-state-reasons"};
    want(question.get(), ofJob);
    const Ipp answer = ask(std::move(question));
    if (!answer)
        return sighting;
    // A job the scheduler does not know any more has ended, however.
    const int state =
        worked(answer.get()) ? number(answer.get(), "job-state").value_or(IPP_JSTATE_ABORTED) : IPP_JSTATE_ABORTED;
    ipp_attribute_t *reasons = ippFindAttribute(answer.get(), ofJob[1], IPP_TAG_KEYWORD);
    const bool stopped = !m_place.scheduler && reasons && ippContainsString(reasons, "printer-stopped") != 0;
    sighting.job = endOf(state, stopped);
    sighting.begun = state == IPP_JSTATE_PROCESSING || (!m_place.scheduler && state == IPP_JSTATE_STOPPED);
    if (sighting.job != Sighting::Job::Waiting)
        return sighting;
    question = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    static constexpr std::array ofQueue{"printer-state", "printer-state-reasons"};
    want(question.get(), ofQueue);
    if (const Ipp queue = ask(std::move(question)); worked(queue.get())) {
        const PrinterFacts facts = factsOf(queue.get());
        if (sighting.begun && (!m_place.scheduler || isAtPrinter(facts.reasons)))
            sighting.job = Sighting::Job::AtPrinter;
        sighting.queueStopped = facts.stopped;
        sighting.hindrance = hindranceOf(facts.reasons);
    }
    return sighting;
}

IppClient::Answer IppClient::cancel(int job)
{
    const Ipp answer = ask(request(IPP_OP_CANCEL_JOB, job));
    if (!answer)
        return Answer::None;
    return worked(answer.get()) ? Answer::Yes : Answer::Refused;
}

void IppClient::forget(int job)
{
    Ipp purge = request(IPP_OP_CANCEL_JOB, job);
    ippAddBoolean(purge.get(), IPP_TAG_OPERATION, "purge-job", 1);
    ask(std::move(purge));
}

} // namespace porchlight::print
