// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/narration/recordings.h"
#include "authoring/sources.h"
#include "content/edition.h"
#include "content/result.h"
#include "content/utterances.h"
#include "store/builder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// One clip of a release, and where it comes from.
struct Clip {
    enum class From {
        Recording,
        Voice,
        Nowhere, ///< its language has no voice, and nobody has recorded it
    };
    content::Utterance utterance;
    std::string key;
    From from = From::Nowhere;
    const VoiceSource *voice = nullptr; ///< that says it
    std::string spoken;                 ///< what the voice is given
    std::filesystem::path file;         ///< the recording, or the place in the cache
};

/// What a language of a release can say.
struct LanguageSound {
    const LanguageSource *language = nullptr;
    std::string narrator;    ///< of its recordings
    std::vector<Clip> clips; ///< each key once

    /// Its own words, not the English that stands among them: how many are recorded, and come from nowhere.
    [[nodiscard]] std::size_t count(Clip::From from) const;
};

using Editions = std::vector<std::shared_ptr<const content::Edition>>;

/// The release in all its languages, with all that may be shown on its own day; it is built in a folder that is removed
/// again. Faults: those of the store.
content::Result<Editions> editionsOf(const store::ReleaseRows &rows);

/// All clips of a release. `sources` and `recordings` must outlive it.
std::vector<LanguageSound> planSound(const Sources &sources, const Editions &editions,
                                     const RecordingsByTag &recordings, const std::filesystem::path &cache);

} // namespace porchlight::authoring
