// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/paper.h"
#include "print/slip_document.h"

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSizeF>

#include <optional>

class QPainter;

namespace porchlight::print {

/// The one layout of a slip, for paper, file and preview, and for every script. A value: copy it to any thread and
/// paint there; nothing shaped is kept between calls. Needs a QGuiApplication for its fonts.
class SlipLayout {
public:
    /// On a sheet the slip keeps its own size; on a roll it is as wide as the roll. Without a paper: of its own size.
    explicit SlipLayout(SlipDocument document, std::optional<Paper> paper = std::nullopt);

    /// As it is printed: without the lines that had to give way. The same for every paper.
    [[nodiscard]] const SlipDocument &document() const { return m_document; }
    /// The page that the printer gets. A card and a roll are as tall as the text needs; on a sheet what is taller
    /// than the sheet is drawn smaller. Text is never cut.
    [[nodiscard]] QSizeF sizeMm() const { return m_sizeMm; }
    /// Whether the text outgrows the sheet, so that its letters are below the design's sizes.
    [[nodiscard]] bool drawnSmaller() const { return m_place.scale < 1; }
    /// Paints from the painter's origin, black on what is there.
    void paint(QPainter &painter, double dotsPerMm) const;
    /// One page that says nothing of when or by what it was made.
    [[nodiscard]] QByteArray pdf() const;
    [[nodiscard]] QImage image(int dpi) const;
    /// Black or white, for heads that know no grey: Format_Mono, where a set bit is black, the first dot is the highest
    /// bit of a byte, and rows begin every bytesPerLine().
    [[nodiscard]] QImage bitmap(int dpi) const;

private:
    /// Where the text stands on the page, in millimetres.
    struct Place {
        QRectF slip;         ///< the paper of its own; on a roll and on a whole sheet the page
        double marginMm = 4; ///< around the text
        bool cutMarks = false;
        int columns = 1;
        double air = 1;   ///< of the usual space between texts
        double scale = 1; ///< of text that is taller than the sheet
    };
    void fit();
    void placeOn(const std::optional<Paper> &paper);
    [[nodiscard]] double textHeightMm(double widthMm) const;
    void paintMarks(QPainter &painter) const;

    SlipDocument m_document;
    Paper m_paper; ///< for a drawing, which places itself
    Place m_place;
    int m_columns = 1;
    double m_air = 1;
    QSizeF m_sizeMm;
};

} // namespace porchlight::print
