// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/printers.h"

#include "print/auto_printer.h"
#include "print/file_printer.h"

#include <QStandardPaths>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

/// A demonstration shows what a slip is even where no printer is; the file lies in memory and is replaced each time.
QString demonstrationFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QString() : folder + u"/porchlight-slip.pdf"_s;
}

} // namespace

std::unique_ptr<print::Printer> makePrinter(const PrinterChoice &choice)
{
    switch (choice.kind) {
    case PrinterChoice::Kind::Cups:
        return std::make_unique<print::IppPrinter>(print::cupsQueue(choice.socket, choice.queue));
    case PrinterChoice::Kind::File:
        return std::make_unique<print::FilePrinter>(QString::fromStdString(choice.file));
    case PrinterChoice::Kind::Thermal:
        return std::make_unique<print::IppPrinter>(print::printerApplication(choice.socket));
    case PrinterChoice::Kind::Auto: {
        print::AutoPrinter::Places places;
        places.demonstrationFile = demonstrationFile();
        return std::make_unique<print::AutoPrinter>(std::move(places));
    }
    case PrinterChoice::Kind::None:
        break;
    }
    return {};
}

} // namespace porchlight::programs
