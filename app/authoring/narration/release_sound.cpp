// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/release_sound.h"

#include "authoring/narration/opus_clip.h"
#include "authoring/narration/sound_plan.h"
#include "authoring/narration/synthesizer.h"
#include "authoring/output_folder.h"

#include <map>

namespace porchlight::authoring {

namespace fs = std::filesystem;
using content::Fault;
using content::Nothing;
using content::Outcome;

namespace {

bool isThere(const Clip &clip)
{
    std::error_code failed;
    return clip.from != Clip::From::Nowhere && fs::is_regular_file(clip.file, failed);
}

Outcome linkOrCopy(const fs::path &from, const fs::path &to)
{
    std::error_code failed;
    fs::create_hard_link(from, to, failed);
    if (failed)
        fs::copy_file(from, to, failed);
    if (failed)
        return Fault{"output-not-written", to.string(), "This cannot be written: " + failed.message() + ".",
                     "Look at the folder's permissions and the free space."};
    return Nothing{};
}

/// The sound of one language, as it goes into a release.
class LanguageFolder {
public:
    LanguageFolder(const LanguageSound &sound, const fs::path &folder) : m_sound(sound), m_folder(folder) {}

    Outcome write()
    {
        std::error_code failed;
        fs::create_directories(m_folder, failed);
        for (const Clip &clip : m_sound.clips)
            if (isThere(clip))
                if (auto taken = take(clip); !taken)
                    return taken;
        std::string index = head();
        for (const auto &[key, line] : m_lines)
            index += line;
        return writeFile(m_folder / "index.tsv", index);
    }

private:
    Outcome take(const Clip &clip)
    {
        const auto milliseconds = clipMilliseconds(clip.file);
        if (!milliseconds)
            return Fault{"unreadable-file", clip.file.string(), "This clip is damaged.",
                         "Take it away, and run `porchlight-content narrate` again."};
        const bool recorded = clip.from == Clip::From::Recording;
        m_recorded = m_recorded || recorded;
        m_synthetic = m_synthetic || !recorded;
        m_lines[clip.key] =
            clip.key + "\t" + std::to_string(*milliseconds) + "\t" + (recorded ? "recorded" : "synthetic") + "\n";
        return linkOrCopy(clip.file, m_folder / (clip.key + ".opus"));
    }

    [[nodiscard]] std::string head() const
    {
        const VoiceSource &voice = m_sound.language->voice;
        std::string name = voice.engine == VoiceSource::Engine::None || !m_synthetic ? "" : voiceName(voice);
        if (!m_sound.narrator.empty())
            name = m_sound.narrator + (name.empty() ? "" : ", " + name);
        const std::string kind = !m_synthetic ? "recorded" : m_recorded ? "mixed" : "synthetic";
        return "# voice\t" + kind + "\t" + name + "\n";
    }

    const LanguageSound &m_sound;
    fs::path m_folder;
    bool m_recorded = false;
    bool m_synthetic = false;
    std::map<std::string, std::string> m_lines; ///< of index.tsv, by key
};

/// How many of its own texts have a clip, and lack one.
struct Count {
    std::size_t there = 0;
    std::size_t missing = 0;
};

Count countOwn(const LanguageSound &sound)
{
    Count count;
    for (const Clip &clip : sound.clips)
        // Its name is said in the lists of other languages too: it is there before the rest.
        if (clip.utterance.tag == sound.language->value.tag && clip.utterance.otherwise.empty())
            ++(isThere(clip) ? count.there : count.missing);
    return count;
}

} // namespace

Outcome writeSound(const fs::path &folder, const fs::path &content, const Sources &sources,
                   const store::ReleaseRows &rows, const fs::path &cache, Findings &findings)
{
    const auto editions = editionsOf(rows);
    if (!editions)
        return editions.fault();
    Findings ignored(content.string()); // the check tells of recordings
    const RecordingsByTag recordings = readRecordings(content, ignored, false);
    for (const LanguageSound &sound : planSound(sources, *editions, recordings, cache)) {
        const auto [there, missing] = countOwn(sound);
        const bool voiced = sound.language->voice.engine != VoiceSource::Engine::None;
        if (there == 0 || (!voiced && missing > 0))
            continue;
        if (missing > 0)
            findings.warning("not-narrated", sound.language->at,
                             std::to_string(missing) + " of " + std::to_string(there + missing) + " texts in `" +
                                 sound.language->value.tag + "` have no clip in " + cache.string() + ".",
                             "Run `porchlight-content narrate` with the same site before.");
        if (auto written = LanguageFolder(sound, folder / "sound" / sound.language->value.tag).write(); !written)
            return written;
    }
    return Nothing{};
}

} // namespace porchlight::authoring
