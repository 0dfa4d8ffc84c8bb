// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"

#include <cups/cups.h>

#include <memory>
#include <string>
#include <vector>

namespace porchlight::print {

struct IppDelete {
    void operator()(ipp_t *ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, IppDelete>;

/// One connection, and the time by which all that is asked over it must be answered. Used on one thread, which never
/// asks anybody for a password.
class IppLine {
public:
    explicit IppLine(content::Clock::Monotonic limit);

    /// A local service; false when there is none.
    bool connectTo(const std::string &socketPath);
    /// A printer by its device-uri (ipp, ipps, or a DNS-SD name); false when it does not answer in time.
    bool connectToDevice(const std::string &deviceUri);

    /// A request for this URI in the name of this process's user.
    [[nodiscard]] static Ipp request(ipp_op_t operation, const std::string &printerUri);
    /// The answer if the request was granted, else nothing; then error() says why.
    [[nodiscard]] Ipp ask(Ipp request, const std::string &resource);

    [[nodiscard]] const std::string &resource() const { return m_resource; } ///< of the device
    [[nodiscard]] bool refused() const { return m_refused; }                 ///< the last one was not granted
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    struct HttpClose {
        void operator()(http_t *http) const { httpClose(http); }
    };
    void heed();

    content::SystemClock m_clock;
    content::Clock::Monotonic m_deadline;
    std::unique_ptr<http_t, HttpClose> m_http;
    std::string m_resource;
    std::string m_error;
    bool m_refused = false;
};

std::vector<std::string> ippTexts(ipp_t *ipp, const char *name);

} // namespace porchlight::print
