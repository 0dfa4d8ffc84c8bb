// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/ipp_line.h"

#include <algorithm>
#include <array>

#include <pwd.h>
#include <unistd.h>

namespace porchlight::print {

namespace {

constexpr double tickSeconds = 0.25;

/// A local scheduler compares it with the owner of the socket's other end.
const char *ownName()
{
    const passwd *own = getpwuid(geteuid());
    return own ? own->pw_name : "nobody";
}

} // namespace

IppLine::IppLine(content::Clock::Monotonic limit) : m_deadline(m_clock.now() + limit)
{
    // All of these belong to this thread alone.
    static const std::string user = ownName();
    cupsSetUser(user.c_str());
    cupsSetPasswordCB2(
        [](const char *, http_t *, const char *, const char *, void *) -> const char * { return nullptr; }, nullptr);
}

void IppLine::heed()
{
    httpSetTimeout(
        m_http.get(), tickSeconds,
        [](http_t *, void *self) {
            const auto *line = static_cast<IppLine *>(self);
            return line->m_clock.now() < line->m_deadline ? 1 : 0;
        },
        this);
}

bool IppLine::connectTo(const std::string &socketPath)
{
    const int limitMs = static_cast<int>(std::max<long long>(1, (m_deadline - m_clock.now()).count()));
    m_http.reset(
        httpConnect2(socketPath.c_str(), 0, nullptr, AF_LOCAL, HTTP_ENCRYPTION_IF_REQUESTED, 1, limitMs, nullptr));
    if (m_http)
        heed();
    else
        m_error = "nobody listens at " + socketPath;
    return m_http != nullptr;
}

bool IppLine::connectToDevice(const std::string &deviceUri)
{
    cups_dest_t device{};
    device.num_options = cupsAddOption("device-uri", deviceUri.c_str(), 0, &device.options);
    std::array<char, HTTP_MAX_URI> resource{};
    const int limitMs = static_cast<int>(std::max<long long>(1, (m_deadline - m_clock.now()).count()));
    m_http.reset(cupsConnectDest(&device, CUPS_DEST_FLAGS_DEVICE, limitMs, nullptr, resource.data(), resource.size(),
                                 nullptr, nullptr));
    cupsFreeOptions(device.num_options, device.options);
    m_resource = resource.data();
    if (m_http)
        heed();
    return m_http != nullptr;
}

Ipp IppLine::request(ipp_op_t operation, const std::string &printerUri)
{
    Ipp ipp(ippNewRequest(operation));
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, printerUri.c_str());
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return ipp;
}

Ipp IppLine::ask(Ipp request, const std::string &resource)
{
    Ipp answer(cupsDoRequest(m_http.get(), request.release(), resource.c_str()));
    m_refused = cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST;
    if (answer && !m_refused)
        return answer;
    m_error = cupsLastErrorString();
    return nullptr;
}

std::vector<std::string> ippTexts(ipp_t *ipp, const char *name)
{
    std::vector<std::string> found;
    ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_ZERO);
    for (int i = 0; attribute && i < ippGetCount(attribute); ++i) {
        if (const char *text = ippGetString(attribute, i, nullptr)) {
            found.emplace_back(text);
        } else if (ippGetValueTag(attribute) == IPP_TAG_STRING) {
            int length = 0;
            if (const void *octets = ippGetOctetString(attribute, i, &length))
                found.emplace_back(static_cast<const char *>(octets), static_cast<size_t>(length));
        }
    }
    return found;
}

} // namespace porchlight::print
