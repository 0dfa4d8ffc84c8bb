// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-thermal/raster_job.h"

#include <algorithm>

namespace porchlight::programs {
namespace {

constexpr unsigned bitsPerByte = 8;
constexpr unsigned mostRows = 20000; // 2.5 m

} // namespace

void RasterJob::begin(unsigned pageDots, unsigned printerDots, unsigned rows)
{
    ++m_pages;
    m_pageDots = pageDots;
    m_printerDots = printerDots;
    m_rowsLeft = rows;
    m_picture = {static_cast<int>(printerDots / bitsPerByte), {}};
    m_picture.dots.reserve(static_cast<std::size_t>(std::min(rows, mostRows)) * printerDots / bitsPerByte);
}

void RasterJob::addRow(const unsigned char *row)
{
    if (m_rowsLeft == 0 || static_cast<unsigned>(m_picture.rows()) >= mostRows)
        return;
    --m_rowsLeft;
    const unsigned dots = std::min(m_pageDots, m_printerDots);
    const unsigned from = (m_pageDots - dots) / 2;
    const unsigned to = (m_printerDots - dots) / 2;
    print::escpos::Bytes out(m_printerDots / bitsPerByte, '\0');
    for (unsigned dot = 0; dot < dots; ++dot) {
        const unsigned source = from + dot;
        const unsigned target = to + dot;
        if ((row[source / bitsPerByte] & (0x80U >> (source % bitsPerByte))) != 0)
            out[target / bitsPerByte] =
                static_cast<char>(out[target / bitsPerByte] | static_cast<char>(0x80U >> (target % bitsPerByte)));
    }
    m_picture.dots += out;
}

} // namespace porchlight::programs
