// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/sight.h"
#include "viewmodels/speech/screen_reader.h"

#include <QStringList>

#include <functional>

namespace porchlight::programs {

struct SpeechRules {
    bool rightToLeft = false;
    /// Is there a clip for it?
    std::function<bool(const playback::Line &)> canSay;
    /// Has the language a voice at all? One that has none says so, and need not be spoken.
    std::function<bool(const QString &language)> hasVoice;
};

/// What a listener misses on this part of a page: a text that is seen and not said, one without a clip in a language
/// that has a voice, and an order that goes against that of reading. Empty when all is well.
QStringList speechFaults(const std::vector<viewmodels::SpokenItem> &items, const Sight &sight,
                         const SpeechRules &rules);

} // namespace porchlight::programs
