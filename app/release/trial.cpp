// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/trial.h"

namespace porchlight::release {

namespace {

using State = store::KioskReport::State;

Verdict whileTrying(KnownRelease &known, const Moment &now, milliseconds longestTrial)
{
    if (now.boot.empty())
        return Verdict::Nothing;
    if (known.trialSince.boot != now.boot) {
        known.trialSince = now;
        return ++known.trialStarts > mostTrialStarts ? Verdict::GiveUp : Verdict::Remember;
    }
    return now.at - known.trialSince.at >= longestTrial ? Verdict::GiveUp : Verdict::Nothing;
}

/// Adds the time since the last look that counted; the kiosk said the same at both ends of it.
Verdict whileDrawn(KnownRelease &known, const Moment &now)
{
    const bool wasTried = !known.trialSince.boot.empty();
    known.trialSince = {};
    known.trialStarts = 0;
    if (!known.drawn) {
        known.drawn = true;
        known.shownSince = now;
        return Verdict::Drawn;
    }
    if (now.boot.empty())
        return Verdict::Nothing;
    if (wasTried || known.shownSince.boot != now.boot) {
        known.shownSince = now;
        return Verdict::Remember;
    }
    if (now.at - known.shownSince.at < countEvery)
        return Verdict::Nothing;
    known.shown += now.at - known.shownSince.at;
    known.shownSince = now;
    return Verdict::Remember;
}

} // namespace

Verdict judge(KnownRelease &known, const std::optional<store::KioskReport> &report, const Moment &now,
              milliseconds longestTrial)
{
    const bool ours = report && report->release == known.installed.release;
    if (ours && report->state == State::Drawn)
        return whileDrawn(known, now);
    if (ours && report->state == State::Failed)
        return known.drawn ? Verdict::Suspect : Verdict::GiveUp;
    if (ours && report->state == State::Opened) {
        // It can be read, and waits for somebody to leave: that may take as long as it likes. What comes then counts
        // anew.
        const bool counted = !known.trialSince.boot.empty();
        known.trialSince = {};
        return counted ? Verdict::Remember : Verdict::Nothing;
    }
    if (ours) {
        const Verdict verdict = whileTrying(known, now, longestTrial);
        return verdict == Verdict::GiveUp && known.drawn ? Verdict::Suspect : verdict;
    }
    if (known.shownSince.boot.empty())
        return Verdict::Nothing;
    known.shownSince = {}; // the count ends here; what came after the last look is lost
    return Verdict::Remember;
}

milliseconds shownFor(const KnownRelease &known, const Moment &now)
{
    const bool counting = !now.boot.empty() && known.shownSince.boot == now.boot;
    return known.shown + (counting ? now.at - known.shownSince.at : milliseconds{0});
}

} // namespace porchlight::release
