// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/printer.h"
#include "programs/porchlight-tour/stops.h"
#include "programs/porchlight/composition.h"

#include <atomic>
#include <functional>

namespace porchlight::programs {

/// A kiosk whose clock and printer do as they are told.
struct ScriptedKiosk {
    Composition &kiosk;
    content::FrozenClock &clock;
    std::atomic<print::PrintState> &printState;
};

/// Runs the event loop until the condition holds; false when it does not within 20 s.
bool waitFor(const std::function<bool()> &condition);

/// Leads a visit from the tiles to the stop. False when a print does not come as far as the stop says.
bool goTo(const Stop &stop, const ScriptedKiosk &on);

} // namespace porchlight::programs
