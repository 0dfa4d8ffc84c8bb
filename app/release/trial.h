// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what the kiosk's own reports mean for the release that `current` leads to.

#include "release/agent_state.h"
#include "store/run_files.h"

#include <optional>

namespace porchlight::release {

/// What is to be done after a look.
enum class Verdict {
    Nothing,
    Remember, ///< `known` has changed in a way that must outlive this run
    Drawn,    ///< the kiosk shows it, for the first time; to be remembered
    GiveUp,   ///< it cannot be shown here
    Suspect,  ///< it was shown before, and now cannot be opened: look whether it is damaged
};

/// `now.boot` empty: the machine does not tell; then only `Failed` ends a trial. Nothing is counted while the kiosk
/// says nothing of this release: during a visit it writes nothing, and what it said before stands.
Verdict judge(KnownRelease &known, const std::optional<store::KioskReport> &report, const Moment &now,
              milliseconds longestTrial);

/// How long the kiosk has shown it, as far as it was watched.
milliseconds shownFor(const KnownRelease &known, const Moment &now);

/// How often what is counted is written: each write wears the disk a little.
inline constexpr milliseconds countEvery = std::chrono::minutes(10);
/// After so many starts of the machine without success a release is given up: it may be what brings the machine down.
inline constexpr int mostTrialStarts = 3;

} // namespace porchlight::release
