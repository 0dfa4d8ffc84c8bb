// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/narration/sound.h"
#include "authoring/sources.h"

#include <memory>
#include <string>

namespace porchlight::authoring {

/// A voice that is ready to speak, at about 120 words a minute.
class Synthesizer {
public:
    Synthesizer() = default;
    Synthesizer(const Synthesizer &) = delete;
    Synthesizer &operator=(const Synthesizer &) = delete;
    virtual ~Synthesizer() = default;
    /// Without samples where the voice says nothing.
    virtual Sound say(const std::string &text) = 0;
};

/// Nothing where the engine has no such voice. espeak-ng holds one voice for the whole process: open one, and only one
/// at a time. Not for several threads.
std::unique_ptr<Synthesizer> openVoice(const VoiceSource &voice);

/// "flite slt"
std::string voiceName(const VoiceSource &voice);
/// What changes the sound besides the text: engine, its version, voice, and how we use it.
std::string voiceRecipe(const VoiceSource &voice);

} // namespace porchlight::authoring
