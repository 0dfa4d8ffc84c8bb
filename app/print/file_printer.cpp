// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/file_printer.h"

#include <QSaveFile>

namespace porchlight::print {

void FilePrinter::print(const SlipLayout &slip, const Report &report, std::stop_token stop)
{
    report(PrintState::GettingReady);
    const QByteArray pdf = slip.pdf();
    if (stop.stop_requested())
        return report(PrintState::Cancelled);
    report(PrintState::Printing);
    QSaveFile file(m_file);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit();
    report(written ? PrintState::Printed : PrintState::Failed);
}

} // namespace porchlight::print
