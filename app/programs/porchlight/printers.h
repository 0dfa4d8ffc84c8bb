// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/printer.h"
#include "programs/porchlight/options.h"

#include <memory>

namespace porchlight::programs {

/// Null where there shall be none.
std::unique_ptr<print::Printer> makePrinter(const PrinterChoice &choice);

} // namespace porchlight::programs
