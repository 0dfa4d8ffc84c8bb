// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/narrate.h"

#include "authoring/checked_sources.h"
#include "authoring/narration/clip_workers.h"
#include "authoring/narration/opus_clip.h"
#include "authoring/narration/synthesizer.h"
#include "authoring/release_rows.h"

#include <algorithm>
#include <set>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t toldTexts = 5; // of one language; there may be hundreds when a voice is broken

bool isIn(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The clips that a release needs, sorted out for a run.
class Run {
public:
    Run(const std::vector<LanguageSound> &plan, const std::vector<std::string> &wanted, Narration &narration)
        : m_narration(narration)
    {
        for (const LanguageSound &sound : plan) {
            const std::string &tag = sound.language->value.tag;
            const VoiceSource &voice = sound.language->voice;
            const bool voiced = voice.engine != VoiceSource::Engine::None;
            if (!wanted.empty() && !isIn(wanted, tag))
                continue;
            narration.languages.push_back(
                {tag, voiced ? voiceName(voice) : voice.excuse, voiced, 0, 0, sound.count(Clip::From::Recording), 0});
            for (const Clip &clip : sound.clips)
                sortOut(clip, voiced);
        }
    }

    void make()
    {
        const std::vector<double> seconds = makeClips(m_jobs, m_narration.languages.size());
        for (std::size_t at = 0; at < seconds.size(); ++at)
            m_narration.languages[at].seconds = seconds[at];
        std::size_t silent = 0;
        for (const ClipJob &job : m_jobs) {
            if (clipMilliseconds(job.clip->file))
                ++m_narration.languages[job.group].made;
            else if (++silent <= toldTexts)
                m_narration.report.faults.push_back(
                    {{"voice-silent", job.clip->voice->at.file + ":" + std::to_string(job.clip->voice->at.line),
                      "The voice " + voiceName(*job.clip->voice) + " says nothing for `" + job.clip->spoken + "`.",
                      "Write the text in another way, or record it; look too whether " +
                          job.clip->file.parent_path().string() + " can be written."},
                     Severity::Error});
        }
    }

private:
    void sortOut(const Clip &clip, bool voiced)
    {
        if (clip.from != Clip::From::Voice || !voiced)
            return;
        if (!m_known.insert(clip.file).second)
            return;
        if (clipMilliseconds(clip.file))
            ++m_narration.languages.back().kept;
        else
            m_jobs.push_back({&clip, m_narration.languages.size() - 1});
    }

    Narration &m_narration;
    std::vector<ClipJob> m_jobs;
    std::set<fs::path> m_known;
};

bool makeFolders(const fs::path &cache, const std::vector<LanguageSound> &plan, Report &report)
{
    std::error_code failed;
    fs::create_directories(cache, failed);
    for (const LanguageSound &sound : plan)
        if (!failed && sound.language->voice.engine != VoiceSource::Engine::None)
            fs::create_directories(cache / sound.language->value.tag, failed);
    if (failed)
        report.faults.push_back(
            {{"cache-not-written", cache.string(), "This cannot be written: " + failed.message() + ".",
              "Name another folder with --cache."},
             Severity::Error});
    return !failed;
}

} // namespace

Narration narrate(const fs::path &content, const std::string &site, const fs::path &cache,
                  const std::vector<std::string> &languages, const Options &options)
{
    Narration narration;
    const CheckedSources checked = readAndCheck(content, site, options);
    std::copy_if(checked.report.faults.begin(), checked.report.faults.end(),
                 std::back_inserter(narration.report.faults),
                 [](const Finding &finding) { return finding.severity == Severity::Error; });
    if (!checked.report.ok() && !checked.siteIsBroken)
        return narration;
    for (const std::string &tag : languages)
        if (!checked.sources.findLanguage(tag))
            narration.report.faults.push_back(
                {{"unknown-language", "--languages", "There is no language `" + tag + "`.",
                  "Name those that languages.yaml lists."},
                 Severity::Error});
    if (!narration.report.ok() && !checked.siteIsBroken)
        return narration;
    const auto editions = editionsOf(releaseRows(checked.sources, site, options.sequence));
    if (!editions) {
        narration.report.faults.push_back({editions.fault(), Severity::Error});
        return narration;
    }
    Findings ignored(content.string()); // the check tells of recordings
    const RecordingsByTag recordings = readRecordings(content, ignored, false);
    const std::vector<LanguageSound> plan = planSound(checked.sources, *editions, recordings, cache);
    if (!makeFolders(cache, plan, narration.report))
        return narration;
    if (options.progress)
        options.progress("clips");
    Run(plan, languages, narration).make();
    return narration;
}

} // namespace porchlight::authoring
