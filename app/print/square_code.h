// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace porchlight::print {

/// A square code (QR) that holds the text, black on white, with the quiet zone of 4 modules around it that readers
/// need. Null for an empty text, or one that no code can hold. Any thread.
QImage squareCode(const QString &text, int modulePixels);

} // namespace porchlight::print
