// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/printer.h"

#include <cups/ipp.h>

#include <QSizeF>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace porchlight::print {

/// What a printer or queue says of itself in one answer.
struct PrinterFacts {
    enum class Format {
        None,
        Pdf,
        Raster, ///< PWG raster, one bit a dot
    };
    struct Range {
        int from = 0; ///< hundredths of a millimetre
        int to = 0;
    };
    struct MediaSize {
        Range width;
        Range height;
    };
    Format format = Format::None;
    int dpi = 203; ///< of raster
    std::optional<Paper> paper;
    std::vector<MediaSize> sizes;
    bool stopped = false;
    bool accepting = true;
    std::vector<std::string> reasons; ///< printer-state-reasons

    /// May a job ask for paper of this size?
    [[nodiscard]] bool has(QSizeF sizeMm) const;
};

/// Names of the attributes to ask for.
std::span<const char *const> factNames();
/// From an answer to Get-Printer-Attributes.
PrinterFacts factsOf(ipp_t *answer);
/// Of a scheduler's queue only what the watch of office printers has written is the printer's own word; without it the
/// queue remembers its last job.
PrinterStatus statusOf(const PrinterFacts &facts, bool scheduler);

} // namespace porchlight::print
