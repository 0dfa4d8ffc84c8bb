// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/escpos/strips.h"

#include <cstdint>

namespace porchlight::programs {

/// One slip as it comes in, row by row: the middle of each page row that the printer can print on.
class RasterJob {
public:
    /// `pageDots` of a row as it comes in, `printerDots` of one as it is printed, `rows` that must come.
    void begin(unsigned pageDots, unsigned printerDots, unsigned rows);
    void addRow(const unsigned char *row);
    /// All of it has come, and it is one page.
    [[nodiscard]] bool isWhole() const { return m_pages == 1 && m_rowsLeft == 0 && m_picture.rows() > 0; }
    [[nodiscard]] const print::escpos::Picture &picture() const { return m_picture; }

private:
    print::escpos::Picture m_picture;
    unsigned m_pageDots = 0;
    unsigned m_printerDots = 0;
    unsigned m_rowsLeft = 0;
    int m_pages = 0;
};

} // namespace porchlight::programs
