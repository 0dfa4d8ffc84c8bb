// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/paper.h"
#include "print/slip_document.h"

#include <QByteArray>
#include <QImage>
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

    /// As it is printed: without the lines that had to give way.
    [[nodiscard]] const SlipDocument &document() const { return m_document; }
    /// The page that the printer gets. Taller than the design where the text needs it: text is never cut and never
    /// shrunk to fit a height.
    [[nodiscard]] QSizeF sizeMm() const { return m_sizeMm; }
    /// Paints from the painter's origin, black on what is there.
    void paint(QPainter &painter, double dotsPerMm) const;
    /// One page that says nothing of when or by what it was made.
    [[nodiscard]] QByteArray pdf() const;
    [[nodiscard]] QImage image(int dpi) const;

private:
    SlipDocument m_document;
    QSizeF m_sizeMm;
};

} // namespace porchlight::print
