// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/escpos/model.h"

#include <cstddef>
#include <vector>

namespace porchlight::print::escpos {

/// A slip as dots, from the top: one bit each, the leftmost highest, set where it is black.
struct Picture {
    int bytesPerRow = 0;
    Bytes dots; ///< a whole number of rows

    [[nodiscard]] int rows() const { return bytesPerRow > 0 ? static_cast<int>(dots.size()) / bytesPerRow : 0; }
};

/// The picture as commands (GS v 0), each of at most so many rows, as even as possible. A command can be followed by a
/// question; inside of one a printer would take a question for a part of the picture.
///
/// Printers obey DLE EOT, DLE ENQ and DLE DC4 wherever they see them, even there: where dots look like one, a
/// line one dot wide becomes two dots wide.
[[nodiscard]] std::vector<Bytes> stripsOf(const Picture &picture, int rowsPerStrip);

/// So many nothings end a picture that broke off; a printer that waits for none ignores them.
[[nodiscard]] Bytes filling(const Model &model);

} // namespace porchlight::print::escpos
