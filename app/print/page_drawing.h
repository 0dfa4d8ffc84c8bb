// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/paper.h"

#include <QSizeF>

class QPainter;

namespace porchlight::print {

/// A page that is no list of lines and yet takes the same way to the paper as a slip. Immutable: used on any thread.
class PageDrawing {
public:
    PageDrawing() = default;
    virtual ~PageDrawing() = default;
    PageDrawing(const PageDrawing &) = delete;
    PageDrawing &operator=(const PageDrawing &) = delete;

    /// The page for this paper, in millimetres: the whole sheet; on a roll as wide as that, and as long as it needs.
    [[nodiscard]] virtual QSizeF sizeMm(const Paper &paper) const = 0;
    /// Paints from the painter's origin, black on what is there. One unit of the painter is a dot.
    virtual void paint(QPainter &painter, const Paper &paper, double dotsPerMm) const = 0;
};

} // namespace porchlight::print
