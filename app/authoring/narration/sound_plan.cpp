// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/sound_plan.h"

#include "authoring/narration/spoken_form.h"
#include "authoring/narration/synthesizer.h"
#include "content/speech.h"
#include "store/reader.h"
#include "store/schema.h"

#include <algorithm>
#include <set>

#include <stdlib.h>

namespace porchlight::authoring {

namespace fs = std::filesystem;
using content::Utterance;

namespace {

/// A folder of its own, removed with all in it.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::error_code failed;
        std::string name = (fs::temp_directory_path(failed) / "porchlight-XXXXXX").string();
        if (::mkdtemp(name.data()))
            m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code failed;
        if (!m_path.empty())
            fs::remove_all(m_path, failed);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

std::set<std::string> dialledNumbers(const content::Edition &edition)
{
    std::set<std::string> numbers;
    for (const content::Contact &contact : edition.contacts)
        for (const content::Channel &channel : contact.channels)
            if (content::dialledDigits(channel.value))
                numbers.insert(channel.value);
    return numbers;
}

/// Decides for the texts of one language.
class Planner {
public:
    Planner(const Sources &sources, const RecordingsByTag &recordings, const fs::path &cache,
            const content::Edition &english)
        : m_sources(sources), m_recordings(recordings), m_cache(cache), m_dialled(dialledNumbers(english))
    {
        for (int number = 0; number <= 9; ++number)
            m_dialled.insert(std::to_string(number));
    }

    [[nodiscard]] Clip clipOf(const Utterance &utterance) const
    {
        Clip clip{utterance, content::clipKey(utterance.text), Clip::From::Nowhere, nullptr, {}, {}};
        if (takeRecording(clip) || takeVoice(clip, utterance.tag))
            return clip;
        if (!utterance.otherwise.empty()) {
            clip.utterance.said = utterance.otherwise;
            takeVoice(clip, m_sources.sourceLanguage()->value.tag);
        }
        return clip;
    }

private:
    bool takeRecording(Clip &clip) const
    {
        const auto own = m_recordings.find(clip.utterance.tag);
        if (own == m_recordings.end())
            return false;
        const auto file = own->second.files.find(clip.key);
        if (file == own->second.files.end())
            return false;
        clip.from = Clip::From::Recording;
        clip.file = file->second;
        return true;
    }

    bool takeVoice(Clip &clip, const std::string &tag) const
    {
        const LanguageSource *language = m_sources.findLanguage(tag);
        if (!language || language->voice.engine == VoiceSource::Engine::None)
            return false;
        const Utterance &utterance = clip.utterance;
        clip.from = Clip::From::Voice;
        clip.voice = &language->voice;
        clip.spoken = spokenForm(utterance.said.empty() ? utterance.text : utterance.said, language->voice.says,
                                 m_dialled, language->value.source);
        const std::string sum = content::clipKey(voiceRecipe(language->voice) + "\n" + clip.spoken);
        clip.file = m_cache / tag / (clip.key + "-" + sum + ".opus");
        return true;
    }

    const Sources &m_sources;
    const RecordingsByTag &m_recordings;
    fs::path m_cache;
    std::set<std::string> m_dialled;
};

} // namespace

std::size_t LanguageSound::count(Clip::From from) const
{
    return static_cast<std::size_t>(std::count_if(clips.begin(), clips.end(), [&](const Clip &clip) {
        return clip.from == from && clip.utterance.tag == language->value.tag;
    }));
}

content::Result<Editions> editionsOf(const store::ReleaseRows &rows)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / store::storeFileName;
    if (auto built = store::buildStore(file, rows); !built)
        return built.fault();
    const auto reader = store::Reader::open(file);
    if (!reader)
        return reader.fault();
    Editions editions;
    for (const content::Language &language : rows.languages) {
        auto edition = reader->edition(language.tag, content::Date{});
        if (!edition)
            return edition.fault();
        editions.push_back(*edition);
    }
    return editions;
}

std::vector<LanguageSound> planSound(const Sources &sources, const Editions &editions,
                                     const RecordingsByTag &recordings, const fs::path &cache)
{
    const auto english =
        std::find_if(editions.begin(), editions.end(), [](const auto &e) { return e->language.source; });
    if (english == editions.end())
        return {};
    const Planner planner(sources, recordings, cache, **english);
    std::vector<LanguageSound> all;
    LanguageSound *source = nullptr;
    all.reserve(editions.size());
    for (const auto &edition : editions) {
        LanguageSound sound{sources.findLanguage(edition->language.tag), {}, {}};
        if (const auto own = recordings.find(edition->language.tag); own != recordings.end())
            sound.narrator = own->second.narrator;
        for (const Utterance &utterance : content::utterances(*edition, **english))
            sound.clips.push_back(planner.clipOf(utterance));
        all.push_back(std::move(sound));
        if (edition->language.source)
            source = &all.back();
    }
    // What stands in English beside another language can be looked up in the English folder too.
    std::set<std::string> keys;
    for (const Clip &clip : source->clips)
        keys.insert(clip.key);
    for (const LanguageSound &sound : all)
        if (&sound != source)
            for (const Clip &clip : sound.clips)
                if (clip.utterance.tag == source->language->value.tag && keys.insert(clip.key).second)
                    source->clips.push_back(clip);
    return all;
}

} // namespace porchlight::authoring
