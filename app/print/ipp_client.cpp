// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/ipp_client.h"

#include <cstdlib>

namespace porchlight::print {

namespace {

using namespace std::chrono_literals;

constexpr content::Clock::Monotonic answerLimit = 3s;
constexpr content::Clock::Monotonic lastChanceLimit = 1s;
constexpr double tickSeconds = 0.2;
constexpr int connectMs = 1000;
constexpr const char *user = "porchlight"; ///< of every kiosk alike
constexpr const char *jobName = "slip";

std::vector<std::string> texts(ipp_t *ipp, const char *name)
{
    std::vector<std::string> found;
    if (ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_ZERO))
        for (int i = 0; i < ippGetCount(attribute); ++i)
            if (const char *text = ippGetString(attribute, i, nullptr))
                found.emplace_back(text);
    return found;
}

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

/// Does a size of media-size-supported, one number or a range of hundredths of a millimetre, hold this one?
bool holds(ipp_t *size, const char *dimension, int hundredths)
{
    constexpr int tolerance = 100;
    ipp_attribute_t *attribute = ippFindAttribute(size, dimension, IPP_TAG_ZERO);
    if (!attribute)
        return false;
    if (ippGetValueTag(attribute) != IPP_TAG_RANGE)
        return std::abs(ippGetInteger(attribute, 0) - hundredths) <= tolerance;
    int upper = 0;
    const int lower = ippGetRange(attribute, 0, &upper);
    return lower <= hundredths && hundredths <= upper;
}

Sighting::Job endOf(int state)
{
    switch (state) {
    case IPP_JSTATE_COMPLETED:
        return Sighting::Job::Completed;
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
        return Sighting::Job::Ended;
    default:
        return Sighting::Job::Waiting;
    }
}

} // namespace

IppClient::IppClient(IppPlace place, std::stop_token stop)
    : m_place(std::move(place)), m_uri("ipp://localhost" + m_place.resource), m_stop(std::move(stop))
{
    // Both belong to this thread. Without the second, libcups would ask for a password at the terminal.
    cupsSetUser(user);
    cupsSetPasswordCB2(
        [](const char *, http_t *, const char *, const char *, void *) -> const char * { return nullptr; }, nullptr);
}

bool IppClient::goOn()
{
    return m_clock.now() < m_deadline && (m_lastChance || !m_stop.stop_requested());
}

bool IppClient::connect()
{
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

IppClient::Ipp IppClient::ask(Ipp request, std::span<const char> document)
{
    m_deadline = m_clock.now() + (m_lastChance ? lastChanceLimit : answerLimit);
    if (!goOn() || !connect())
        return nullptr;
    const size_t length = ippLength(request.get()) + document.size();
    http_status_t status = cupsSendRequest(m_http.get(), request.get(), m_place.resource.c_str(), length);
    if (status == HTTP_STATUS_CONTINUE && !document.empty())
        status = cupsWriteRequestData(m_http.get(), document.data(), document.size());
    Ipp answer(status == HTTP_STATUS_CONTINUE ? cupsGetResponse(m_http.get(), m_place.resource.c_str()) : nullptr);
    if (!answer)
        m_http.reset(); // it may stand in the middle of an answer
    return answer;
}

bool IppClient::cancelLeftovers()
{
    Ipp list = request(IPP_OP_GET_JOBS);
    ippAddBoolean(list.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    ippAddString(list.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "not-completed");
    static constexpr const char *const wanted[] = {"job-id"};
    want(list.get(), wanted);
    const Ipp jobs = ask(std::move(list));
    if (!worked(jobs.get()))
        return false;
    for (auto *id = ippFindAttribute(jobs.get(), "job-id", IPP_TAG_INTEGER); id;
         id = ippFindNextAttribute(jobs.get(), "job-id", IPP_TAG_INTEGER))
        cancel(ippGetInteger(id, 0));
    return true;
}

IppClient::Ipp IppClient::mediaFor(QSizeF paperMm)
{
    const int width = qRound(paperMm.width() * 100);
    const int height = qRound(paperMm.height() * 100);
    Ipp question = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    static constexpr const char *const wanted[] = {"media-size-supported"};
    want(question.get(), wanted);
    const Ipp answer = ask(std::move(question));
    ipp_attribute_t *sizes =
        answer ? ippFindAttribute(answer.get(), "media-size-supported", IPP_TAG_BEGIN_COLLECTION) : nullptr;
    for (int i = 0; sizes && i < ippGetCount(sizes); ++i) {
        ipp_t *size = ippGetCollection(sizes, i);
        if (!holds(size, "x-dimension", width) || !holds(size, "y-dimension", height))
            continue;
        Ipp mediaSize(ippNew());
        ippAddInteger(mediaSize.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", width);
        ippAddInteger(mediaSize.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", height);
        Ipp media(ippNew());
        ippAddCollection(media.get(), IPP_TAG_ZERO, "media-size", mediaSize.get());
        return media;
    }
    return nullptr;
}

std::optional<int> IppClient::createJob(QSizeF paperMm, std::chrono::seconds limit)
{
    const Ipp media = mediaFor(paperMm);
    Ipp create = request(IPP_OP_CREATE_JOB);
    ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, jobName);
    if (media)
        ippAddCollection(create.get(), IPP_TAG_JOB, "media-col", media.get());
    ippAddString(create.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
    // Should the kiosk die now, the scheduler itself throws the slip away.
    ippAddInteger(create.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-cancel-after", static_cast<int>(limit.count()));
    const Ipp created = ask(std::move(create));
    return worked(created.get()) ? number(created.get(), "job-id") : std::nullopt;
}

bool IppClient::sendDocument(int job, std::span<const char> pdf)
{
    Ipp send = request(IPP_OP_SEND_DOCUMENT, job);
    ippAddString(send.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
    ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
    return worked(ask(std::move(send), pdf).get());
}

Sighting IppClient::look(int job)
{
    Sighting sighting;
    Ipp question = request(IPP_OP_GET_JOB_ATTRIBUTES, job);
    static constexpr const char *const ofJob[] = {"job-state"};
    want(question.get(), ofJob);
    const Ipp answer = ask(std::move(question));
    if (!answer)
        return sighting;
    // A job the scheduler does not know any more has ended, however.
    const int state =
        worked(answer.get()) ? number(answer.get(), "job-state").value_or(IPP_JSTATE_ABORTED) : IPP_JSTATE_ABORTED;
    sighting.job = endOf(state);
    sighting.begun = state == IPP_JSTATE_PROCESSING;
    question = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    static constexpr const char *const ofQueue[] = {"printer-state", "printer-state-reasons"};
    want(question.get(), ofQueue);
    if (const Ipp queue = ask(std::move(question)); worked(queue.get())) {
        const auto reasons = texts(queue.get(), "printer-state-reasons");
        if (sighting.begun && isAtPrinter(reasons))
            sighting.job = Sighting::Job::AtPrinter;
        sighting.queueStopped = number(queue.get(), "printer-state") == IPP_PSTATE_STOPPED;
        sighting.hindrance = hindranceOf(reasons);
    }
    return sighting;
}

bool IppClient::cancel(int job)
{
    m_lastChance = true;
    const Ipp answer = ask(request(IPP_OP_CANCEL_JOB, job));
    m_lastChance = false;
    return worked(answer.get());
}

} // namespace porchlight::print
