// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/link.h"

#include <array>
#include <charconv>
#include <vector>

#include <arpa/inet.h>

namespace porchlight::print::escpos {
namespace {

content::Fault wrong(const std::string &what, const std::string &remedy)
{
    return {"thermal-device", "--device", what, remedy};
}

std::optional<int> numberIn(const std::string &text, int most)
{
    int value = 0;
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || value < 1 || value > most)
        return {};
    return value;
}

std::vector<std::string> splitAt(const std::string &text, char mark)
{
    std::vector<std::string> parts{""};
    for (const char letter : text) {
        if (letter == mark)
            parts.emplace_back();
        else
            parts.back() += letter;
    }
    return parts;
}

content::Result<Address> tcpAddress(std::string place)
{
    Address address;
    address.kind = Address::Kind::Tcp;
    // An IPv6 address stands in brackets when a port follows.
    const auto colon = place.rfind(':');
    const bool bracketed = place.starts_with('[');
    if (colon != std::string::npos && (place.find(':') == colon || (bracketed && place[colon - 1] == ']'))) {
        const auto port = numberIn(place.substr(colon + 1), 65535);
        if (!port)
            return wrong("\"" + place.substr(colon + 1) + "\" is no port.",
                         "Write a number from 1 to 65535; most printers have 9100.");
        address.port = *port;
        place.erase(colon);
    }
    if (bracketed && place.ends_with(']'))
        place = place.substr(1, place.size() - 2);
    std::array<unsigned char, sizeof(in6_addr)> parsed{};
    if (inet_pton(AF_INET, place.c_str(), parsed.data()) != 1 && inet_pton(AF_INET6, place.c_str(), parsed.data()) != 1)
        return wrong("\"" + place + "\" is no numeric address.",
                     "Give the printer a fixed address and write that: a name would have to be asked for in the "
                     "network each time.");
    address.place = place;
    return address;
}

content::Result<Address> serialAddress(const std::string &place)
{
    Address address;
    address.kind = Address::Kind::Serial;
    const auto parts = splitAt(place, ',');
    if (!parts[0].starts_with('/'))
        return wrong("\"" + parts[0] + "\" is no device file.",
                     "Write its whole path, as serial:/dev/ttyUSB0,38400,rtscts.");
    address.place = parts[0];
    if (parts.size() > 1) {
        const auto baud = numberIn(parts[1], 115200);
        if (!baud || (*baud != 9600 && *baud != 19200 && *baud != 38400 && *baud != 57600 && *baud != 115200))
            return wrong("\"" + parts[1] + "\" is no speed of a printer.",
                         "Write 9600, 19200, 38400, 57600 or 115200, as its self-test says.");
        address.baud = *baud;
    }
    if (parts.size() > 2) {
        if (parts[2] == "rtscts")
            address.flow = Address::Flow::Hardware;
        else if (parts[2] == "xonxoff")
            address.flow = Address::Flow::Software;
        else
            return wrong("\"" + parts[2] + "\" is no way to hold a line.",
                         "Write rtscts or xonxoff, as its self-test says.");
    }
    if (parts.size() > 3)
        return wrong("\"" + parts[3] + "\" is too much.", "Write serial:FILE[,BAUD[,rtscts|xonxoff]].");
    return address;
}

} // namespace

content::Result<Address> parseAddress(const std::string &text)
{
    if (text == "auto")
        return Address{};
    const auto colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    const std::string place = colon == std::string::npos ? "" : text.substr(colon + 1);
    if (kind == "usb" && place.starts_with('/')) {
        Address address;
        address.kind = Address::Kind::Usb;
        address.place = place;
        return address;
    }
    if (kind == "tcp" && !place.empty())
        return tcpAddress(place);
    if (kind == "serial" && !place.empty())
        return serialAddress(place);
    return wrong("\"" + text + "\" names no printer.",
                 "Write auto, usb:/dev/usb/lp0, tcp:192.168.1.20:9100 or serial:/dev/ttyUSB0[,BAUD[,rtscts|xonxoff]].");
}

} // namespace porchlight::print::escpos
