// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight/options.h"

namespace porchlight::programs {

/// The window in pixels, and how many of them are a millimetre on the glass.
struct ScreenSize {
    QSize pixels;
    double pixelsPerMm;
};

/// What the options say, else what the screen reports, else what a screen of so many pixels usually is.
ScreenSize screenSize(const Options &options);

} // namespace porchlight::programs
