// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/office_printer.h"

#include "print/office/ipp_line.h"
#include "print/office/printer_words.h"

#include <array>

namespace porchlight::print {

std::vector<std::string> askPrinter(const std::string &deviceUri, content::Clock::Monotonic limit)
{
    // "?contimeout=60" and the like speak to CUPS's backend, not to the printer. In a DNS-SD name they belong to it.
    const bool named = deviceUri.starts_with("dnssd:");
    const std::string uri = named ? deviceUri : deviceUri.substr(0, deviceUri.find('?'));
    IppLine line(limit);
    if (!line.connectToDevice(uri))
        return offlineWords();
    Ipp question = IppLine::request(IPP_OP_GET_PRINTER_ATTRIBUTES, uri);
    static constexpr std::array wanted{"printer-state", "printer-state-reasons", "printer-input-tray"};
    ippAddStrings(question.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(wanted.size()), nullptr, wanted.data());
    const Ipp answer = line.ask(std::move(question), line.resource());
    ipp_attribute_t *state = answer ? ippFindAttribute(answer.get(), "printer-state", IPP_TAG_ENUM) : nullptr;
    if (!state)
        return offlineWords();
    return plainWords({ippGetInteger(state, 0) == IPP_PSTATE_STOPPED, ippTexts(answer.get(), "printer-state-reasons"),
                       ippTexts(answer.get(), "printer-input-tray")});
}

} // namespace porchlight::print
