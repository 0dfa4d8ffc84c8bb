// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace porchlight::print {

/// Where a printer is spoken to by IPP: on this machine, behind a UNIX socket.
struct IppPlace {
    std::string socket;
    std::string resource;  ///< "/printers/slip"
    bool scheduler = true; ///< takes documents before the printer does, and says so; false: the printer itself
    bool operator==(const IppPlace &) const = default;
};

inline IppPlace cupsQueue(std::string socket, const std::string &queue)
{
    return {std::move(socket), "/printers/" + queue, true};
}

/// porchlight-thermal, or any other application that is a printer.
inline IppPlace printerApplication(std::string socket)
{
    return {std::move(socket), "/ipp/print", false};
}

} // namespace porchlight::print
