// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight::programs {

class Composition;

/// Draws one frame, says what happened, which lines staff shall check and whether there is speech and film, ends. The
/// kiosk itself writes nothing down about sound and films: a line in the log would tell when somebody listened.
void runSelfTest(Composition &kiosk);

} // namespace porchlight::programs
