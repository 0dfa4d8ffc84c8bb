// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/auto_printer.h"

#include "print/file_printer.h"
#include "print/ipp_client.h"

#include <algorithm>
#include <filesystem>

namespace porchlight::print {

namespace {

bool isSocket(const std::string &path)
{
    std::error_code failed;
    return std::filesystem::is_socket(path, failed);
}

bool isOfDemonstration(const SlipDocument &slip)
{
    return std::any_of(slip.lines.begin(), slip.lines.end(),
                       [](const SlipLine &line) { return line.role == SlipLine::Role::Mark; });
}

} // namespace

AutoPrinter::AutoPrinter(Places places)
    : m_places(std::move(places)), m_scheduler(std::make_unique<IppClient>(IppPlace{m_places.cupsSocket, "/"}))
{
}

AutoPrinter::~AutoPrinter() = default;

IppPrinter *AutoPrinter::find(std::stop_token stop)
{
    if (isSocket(m_places.thermalSocket))
        return at(printerApplication(m_places.thermalSocket));
    if (!isSocket(m_places.cupsSocket))
        return nullptr;
    m_scheduler->begin(std::move(stop));
    const auto queue = m_scheduler->queueToUse();
    if (!queue) // a scheduler that hangs or starts again is no reason to write slips elsewhere
        return m_printer && m_printer->place().socket == m_places.cupsSocket ? m_printer.get() : nullptr;
    return queue->empty() ? nullptr : at(cupsQueue(m_places.cupsSocket, *queue));
}

IppPrinter *AutoPrinter::at(const IppPlace &place)
{
    if (!m_printer || m_printer->place() != place)
        m_printer = std::make_unique<IppPrinter>(place);
    return m_printer.get();
}

void AutoPrinter::print(const SlipDocument &slip, const Report &report, std::stop_token stop)
{
    if (IppPrinter *found = find(stop))
        return found->print(slip, report, stop);
    if (stop.stop_requested())
        return report(PrintState::Cancelled);
    if (m_places.demonstrationFile.isEmpty() || !isOfDemonstration(slip))
        return report(PrintState::NoPrinter);
    FilePrinter(m_places.demonstrationFile).print(slip, report, stop);
}

PrinterStatus AutoPrinter::status(std::stop_token stop)
{
    if (IppPrinter *found = find(stop))
        return found->status(stop);
    return {PrinterStatus::Readiness::NoPrinter, false, std::nullopt};
}

} // namespace porchlight::print
