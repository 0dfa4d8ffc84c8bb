// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace porchlight::print {

/// White around a square code, in modules: without it readers do not find it.
inline constexpr int quietModules = 4;

/// A square code (QR) that holds the text, black on white, with the quiet zone around it. Null for an empty text, or
/// one that no code can hold. Any thread.
QImage squareCode(const QString &text, int modulePixels);

} // namespace porchlight::print
