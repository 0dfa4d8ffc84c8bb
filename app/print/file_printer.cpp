// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/file_printer.h"

#include "print/slip_layout.h"

#include <QSaveFile>

namespace porchlight::print {

void FilePrinter::print(const SlipDocument &slip, const Report &report, std::stop_token stop)
{
    report(PrintState::GettingReady);
    const SlipLayout layout(slip);
    const QByteArray pdf = layout.pdf();
    if (stop.stop_requested())
        return report(PrintState::Cancelled);
    report(PrintState::Printing);
    QSaveFile file(m_file);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit();
    report(written ? PrintState::Printed : PrintState::Failed);
}

PrinterStatus FilePrinter::status(std::stop_token /*stop*/)
{
    return {PrinterStatus::Readiness::Ready, false, std::nullopt};
}

} // namespace porchlight::print
