// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/printer.h"

#include <QString>

namespace porchlight::print {

/// Writes each slip to the same PDF file, so that only the last one is there. Where no printer is set up.
class FilePrinter final : public Printer {
public:
    explicit FilePrinter(QString file) : m_file(std::move(file)) {}
    void print(const SlipDocument &slip, const Report &report, std::stop_token stop) override;
    PrinterStatus status(std::stop_token stop) override;

private:
    QString m_file;
};

} // namespace porchlight::print
