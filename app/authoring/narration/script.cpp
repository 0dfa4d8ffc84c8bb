// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/script.h"

#include "authoring/checked_sources.h"
#include "authoring/narration/sound_plan.h"
#include "authoring/output_folder.h"
#include "authoring/release_rows.h"
#include "content/speech.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view head = "# porchlight script ";

void fail(Report &report, content::Fault fault)
{
    report.faults.push_back({std::move(fault), Severity::Error});
}

std::string scriptOf(const LanguageSound &sound)
{
    const std::string &tag = sound.language->value.tag;
    std::ostringstream text;
    text << head << tag
         << "\n# number, key, text, where it stands; `done` is recorded. Save each line as NUMBER.wav.\n";
    int number = 0;
    for (const Clip &clip : sound.clips) {
        if (clip.utterance.tag != tag)
            continue;
        const std::string &said = clip.utterance.said.empty() ? clip.utterance.text : clip.utterance.said;
        text << std::setw(4) << std::setfill('0') << ++number << '\t' << clip.key << '\t' << content::speakable(said)
             << '\t' << clip.utterance.context << (clip.from == Clip::From::Recording ? "\tdone" : "") << '\n';
    }
    return text.str();
}

} // namespace

Report writeScript(const fs::path &content, const std::string &site, const std::string &tag, const fs::path &file,
                   const Options &options)
{
    const CheckedSources checked = readAndCheck(content, site, options);
    Report report;
    std::copy_if(checked.report.faults.begin(), checked.report.faults.end(), std::back_inserter(report.faults),
                 [](const Finding &finding) { return finding.severity == Severity::Error; });
    if (!report.ok())
        return report;
    const auto editions = editionsOf(releaseRows(checked.sources, site, options.sequence));
    if (!editions) {
        fail(report, editions.fault());
        return report;
    }
    Findings ignored(content.string());
    const RecordingsByTag recordings = readRecordings(content, ignored, false);
    const auto plan = planSound(checked.sources, *editions, recordings, {});
    const auto own =
        std::find_if(plan.begin(), plan.end(), [&](const auto &s) { return s.language->value.tag == tag; });
    if (own == plan.end())
        fail(report, {"unknown-language", "--script", "The release has no language `" + tag + "`.",
                      "Name one that languages.yaml lists and the site offers."});
    else if (auto written = writeFile(file, scriptOf(*own)); !written)
        fail(report, written.fault());
    return report;
}

Script readScript(const fs::path &file, Report &report)
{
    Script script;
    std::ifstream in(file);
    std::string line;
    int count = 0;
    if (!std::getline(in, line) || !line.starts_with(head)) {
        fail(report, {"bad-script", file.string(), "This is no script.",
                      "Make it with `porchlight-content narrate --script`."});
        return script;
    }
    script.tag = line.substr(head.size());
    while (!script.tag.empty() && (script.tag.back() == '\r' || script.tag.back() == ' '))
        script.tag.pop_back();
    for (count = 2; std::getline(in, line); ++count) {
        if (line.empty() || line.starts_with('#') || line == "\r")
            continue;
        std::istringstream fields(line);
        std::string number;
        ScriptLine made;
        std::getline(fields, number, '\t');
        std::getline(fields, made.key, '\t');
        std::getline(fields, made.text, '\t');
        const bool counted =
            !number.empty() && number.size() < 7 && number.find_first_not_of("0123456789") == std::string::npos;
        if (!counted || made.key.size() != 16 || made.text.empty() ||
            !script.lines.emplace(std::stoi(number), made).second)
            fail(report, {"bad-script", file.string() + ":" + std::to_string(count),
                          "This line is not number, key and text, parted by tabs, or its number stands twice.",
                          "Make the script anew; only what is read out may be marked in it."});
    }
    return script;
}

} // namespace porchlight::authoring
