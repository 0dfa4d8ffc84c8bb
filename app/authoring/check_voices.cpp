// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Voices that are there, and recordings that stand for a text.
#include "authoring/checks.h"
#include "authoring/narration/recordings.h"
#include "authoring/narration/sound_plan.h"
#include "authoring/narration/synthesizer.h"
#include "authoring/release_rows.h"

#include <algorithm>

namespace porchlight::authoring {

void checkVoices(const Sources &sources, Findings &findings)
{
    for (const LanguageSource &language : sources.languages)
        if (language.voice.engine != VoiceSource::Engine::None && !language.voice.name.empty() &&
            !openVoice(language.voice))
            findings.error("bad-voice", language.voice.at,
                           "There is no voice `" + voiceName(language.voice) + "` here.",
                           "Name `flite slt`, or `espeak-ng` with one of `espeak-ng --voices`.");
}

RecordingCheck::RecordingCheck(const std::filesystem::path &content, Findings &findings)
    : m_recordings(readRecordings(content, findings, true)), m_content(content)
{
    std::erase_if(m_recordings, [](const auto &entry) { return entry.second.files.empty(); });
}

void RecordingCheck::add(const Sources &merged, const std::string &site, Findings &findings)
{
    if (m_recordings.empty() || merged.languages.empty() || !merged.sourceLanguage())
        return;
    const auto editions = editionsOf(releaseRows(merged, site, 1));
    if (!editions)
        return; // told elsewhere
    for (const LanguageSound &sound : planSound(merged, *editions, m_recordings, {})) {
        const std::string &tag = sound.language->value.tag;
        const auto own = m_recordings.find(tag);
        if (own == m_recordings.end())
            continue;
        for (const Clip &clip : sound.clips)
            m_used[tag].insert(clip.key);
        const std::size_t missing = sound.count(Clip::From::Nowhere);
        if (missing > 0)
            findings.warning("not-recorded", sound.language->voice.at,
                             std::to_string(missing) + " texts in `" + tag +
                                 "` are not recorded, and it has no voice: the whole language stays silent.",
                             "Write the script with `porchlight-content narrate --script " + tag +
                                 "` and record them.");
    }
}

void RecordingCheck::tellLeftOver(Findings &findings) const
{
    for (const auto &[tag, own] : m_recordings) {
        const auto used = m_used.find(tag);
        for (const auto &[key, file] : own.files)
            if (used == m_used.end() || !used->second.contains(key))
                findings.warning(
                    "stale-recording",
                    {file.lexically_relative(std::filesystem::absolute(m_content).lexically_normal()).generic_string(),
                     0},
                    "No text has this recording: its text has changed, or its language is not offered.",
                    "Record the new text, and take this file away.");
    }
}

} // namespace porchlight::authoring
