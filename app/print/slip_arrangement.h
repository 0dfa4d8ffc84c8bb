// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/paragraph.h"
#include "print/slip_document.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace porchlight::print {

// Shaped once in fine units and scaled when painted, so that lines break alike on paper and on screen.
inline constexpr double unitsPerMm = 20;
inline constexpr double unitsPerPt = unitsPerMm * 25.4 / 72;
inline constexpr double framePaddingMm = 0.5;

/// The room for the text of a slip, in units.
struct Column {
    double width = 0;
    int number = 1; ///< of columns for contacts; what stands above and below them has the whole width
    [[nodiscard]] double oneWidth() const;
};

/// The lines of a slip, shaped, and where each stands. Made and used on one thread.
class Arrangement {
public:
    struct Placed {
        const Paragraph *paragraph = nullptr;
        QPointF at; ///< from where the text of the slip begins, in units
        bool framed = false;
    };

    /// Shapes all lines; place() can then be called for any part of them.
    Arrangement(const SlipDocument &document, Column column);

    /// Places the lines that stand, and the code below them. `air`: of the usual space between them.
    void place(const std::vector<bool> &stands, double air = 1);

    [[nodiscard]] const std::vector<Placed> &texts() const { return m_placed; }
    [[nodiscard]] double height() const { return m_height; }
    /// The square code, a pixel a module with its quiet zone, and where it stands; null where there is none.
    [[nodiscard]] const QImage &code() const { return m_code; }
    [[nodiscard]] QRectF codeAt() const { return m_codeAt; }
    [[nodiscard]] double width() const { return m_column.width; }

private:
    /// A contact, or one line that belongs to none: never parted by the end of a column.
    struct Block {
        std::vector<std::size_t> lines;
        bool ofContact = false;
        double above = 0; ///< space between it and what stands before it
        double height = 0;
    };
    [[nodiscard]] std::vector<Block> blocks(const std::vector<bool> &stands);
    [[nodiscard]] double spaceAbove(SlipLine::Role role) const;
    void spaceLines(std::vector<Block> &blocks);
    void put(const Block &block, QPointF at);
    void putContacts(const std::vector<Block> &contacts);
    void putCode();

    const SlipDocument &m_document;
    Column m_column;
    std::vector<Paragraph> m_paragraphs; ///< one for each line of the document
    std::vector<Placed> m_placed;
    double m_height = 0;
    double m_air = 1;
    QImage m_code;
    QRectF m_codeAt;
};

} // namespace porchlight::print
