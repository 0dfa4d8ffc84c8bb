// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pwg_raster.h"

#include <cups/cups.h>
#include <cups/raster.h>

#include <cmath>
#include <memory>
#include <vector>

namespace porchlight::print {

namespace {

struct RasterClose {
    void operator()(cups_raster_t *raster) const { cupsRasterClose(raster); }
};

ssize_t append(void *bytes, unsigned char *data, size_t length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    return static_cast<ssize_t>(length);
}

cups_page_header2_t headerOf(const QImage &image, int dpi)
{
    constexpr double hundredthsPerInch = 2540;
    pwg_media_t media{};
    char name[] = "slip";
    media.pwg = name;
    media.width = static_cast<int>(std::lround(image.width() * hundredthsPerInch / dpi));
    media.length = static_cast<int>(std::lround(image.height() * hundredthsPerInch / dpi));
    cups_page_header2_t header{};
    cupsRasterInitPWGHeader(&header, &media, "black_1", dpi, dpi, "one-sided", nullptr);
    header.cupsWidth = static_cast<unsigned>(image.width());
    header.cupsHeight = static_cast<unsigned>(image.height());
    header.cupsBytesPerLine = (header.cupsWidth + 7) / 8;
    header.cupsInteger[CUPS_RASTER_PWG_TotalPageCount] = 1;
    return header;
}

} // namespace

QByteArray pwgRaster(const QImage &image, int dpi)
{
    if (image.isNull() || dpi <= 0)
        return {};
    const QImage mono = image.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
    const bool oneIsBlack = qGray(mono.color(1)) < qGray(mono.color(0));
    cups_page_header2_t header = headerOf(mono, dpi);
    QByteArray bytes;
    {
        const std::unique_ptr<cups_raster_t, RasterClose> raster(
            cupsRasterOpenIO(append, &bytes, CUPS_RASTER_WRITE_PWG));
        if (!raster || !cupsRasterWriteHeader2(raster.get(), &header))
            return {};
        std::vector<unsigned char> row(header.cupsBytesPerLine);
        const int spare = static_cast<int>(row.size()) * 8 - mono.width();
        for (int y = 0; y < mono.height(); ++y) {
            const uchar *line = mono.constScanLine(y);
            for (size_t i = 0; i < row.size(); ++i)
                row[i] = static_cast<unsigned char>(oneIsBlack ? line[i] : ~line[i]);
            row.back() = static_cast<unsigned char>(row.back() & (0xff << spare)); // beyond the page nothing is black
            if (!cupsRasterWritePixels(raster.get(), row.data(), header.cupsBytesPerLine))
                return {};
        }
    }
    return bytes;
}

} // namespace porchlight::print
