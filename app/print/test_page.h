// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/slip_document.h"

#include <vector>

namespace porchlight::print {

/// A few letters of a script, such as a language's own name.
struct ScriptSample {
    QString text;
    QString fontFamily;
    bool rightToLeft = false;
};

/// What a printer must be able to do, for whoever sets it up: rulers in millimetres along two edges, a frame at the
/// margins, four sizes of letters, a number, every script, black and greys, and a square code that says "test".
/// Says nothing of the place or the time.
SlipDocument testPage(std::vector<ScriptSample> scripts);

} // namespace porchlight::print
