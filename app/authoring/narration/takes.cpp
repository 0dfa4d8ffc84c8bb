// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/takes.h"

#include "authoring/narration/opus_clip.h"
#include "authoring/narration/script.h"
#include "authoring/output_folder.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <sndfile.h>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

constexpr int lowestRate = 16000;
constexpr int mostChannels = 2;
constexpr double longestTake = 180; // seconds; a page is many clips
constexpr double quietest = -30; // dBFS at the loudest: below, the noise of the room would be made as loud as the words
constexpr double secondsALetter = 0.08; // of a script with letters, slowly read
constexpr double timesSlower = 4;
constexpr double timesFaster = 5;
constexpr double shortestWord = 0.12;

struct CloseSound {
    void operator()(SNDFILE *file) const { sf_close(file); }
};

/// A sign of Latin or Arabic is about a sound; one of other scripts stands for more.
double lettersOf(const std::string &text)
{
    double letters = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value >= '0' && value <= '9')
            letters += 5;
        else if (value >= 0xe1)
            letters += 2;
        else if (value < 0x80 || value >= 0xc0)
            letters += 1;
    }
    return letters;
}

/// A WAV file, as one channel. What is wrong with it otherwise.
std::optional<TakeFault> readWave(const fs::path &path, Sound &sound)
{
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, CloseSound> file(sf_open(path.c_str(), SFM_READ, &info));
    if (!file || info.frames <= 0)
        return TakeFault{"This is no sound file, or it is empty.",
                         "Save it as WAV, and record it again if it is damaged."};
    if (info.samplerate < lowestRate || info.channels > mostChannels)
        return TakeFault{"It has " + std::to_string(info.samplerate) + " samples a second in " +
                             std::to_string(info.channels) + " channels.",
                         "Record with 48000 samples a second, in one channel."};
    if (static_cast<double>(info.frames) / info.samplerate > longestTake)
        return TakeFault{"It is longer than three minutes.", "Save one line of the script in each file."};
    std::vector<float> mixed(static_cast<std::size_t>(info.frames) * static_cast<std::size_t>(info.channels));
    const sf_count_t got = sf_readf_float(file.get(), mixed.data(), info.frames);
    if (got != info.frames)
        return TakeFault{"It ends too early.", "Copy or record it again."};
    sound.rate = info.samplerate;
    sound.samples.assign(static_cast<std::size_t>(info.frames), 0);
    const auto channels = static_cast<std::size_t>(info.channels);
    for (std::size_t at = 0; at < mixed.size(); ++at)
        sound.samples[at / channels] += mixed[at] / static_cast<float>(channels);
    return std::nullopt;
}

/// All recordings of a folder of takes, encoded, before any is put in its place.
class Intake {
public:
    Intake(const Script &script, Taken &taken) : m_script(script), m_taken(taken) {}

    void add(const fs::path &file)
    {
        const std::string stem = file.stem().string();
        const bool counted =
            stem.size() < 7 && !stem.empty() && stem.find_first_not_of("0123456789") == std::string::npos;
        const auto line = counted ? m_script.lines.find(std::stoi(stem)) : m_script.lines.end();
        if (line == m_script.lines.end()) {
            tell(file,
                 {"The script has no line of this number.", "Name the file by the number of its line: 0012.wav."});
            return;
        }
        const auto &[number, words] = *line;
        Sound sound;
        if (auto fault = readWave(file, sound)) {
            tell(file, *fault);
            return;
        }
        Sound trimmed = sound;
        trimSilence(trimmed);
        if (auto fault = faultOfTake(sound, trimmed, words.text)) {
            tell(file, *fault);
            return;
        }
        setPeak(trimmed, clipPeak);
        std::string bytes = encodeClip(trimmed, words.key, {});
        if (bytes.empty() || !m_clips.emplace(words.key, std::move(bytes)).second)
            tell(file, {"It cannot be encoded, or another file has the same number.", "Keep one file for each line."});
    }

    void putInto(const fs::path &folder)
    {
        std::error_code failed;
        fs::create_directories(folder, failed);
        std::vector<std::pair<fs::path, fs::path>> moves;
        for (const auto &[key, bytes] : m_clips) {
            const fs::path draft = folder / ("." + key + ".new");
            moves.emplace_back(draft, folder / (key + ".opus"));
            if (auto written = writeFile(draft, bytes); !written) {
                m_taken.report.faults.push_back({written.fault(), Severity::Error});
                for (const auto &[from, to] : moves)
                    fs::remove(from, failed);
                return;
            }
        }
        for (const auto &[from, to] : moves) {
            fs::rename(from, to, failed);
            ++m_taken.clips;
        }
    }

    void tell(const fs::path &file, const TakeFault &fault)
    {
        m_taken.report.faults.push_back({{"bad-take", file.string(), fault.what, fault.remedy}, Severity::Error});
    }

private:
    const Script &m_script;
    Taken &m_taken;
    std::map<std::string, std::string> m_clips; ///< bytes by key
};

} // namespace

std::optional<TakeFault> faultOfTake(const Sound &untrimmed, const Sound &trimmed, const std::string &text)
{
    if (isClipped(untrimmed))
        return TakeFault{"It was recorded too loud: its loudest parts are cut off.",
                         "Turn the level down or go farther from the microphone, and record it again."};
    if (peakOf(untrimmed) < quietest)
        return TakeFault{"It was recorded too quiet, or nobody speaks.",
                         "Turn the level up or go nearer to the microphone, and record it again."};
    const double expected = std::max(shortestWord * 2, lettersOf(text) * secondsALetter);
    if (trimmed.seconds() > 2 + expected * timesSlower)
        return TakeFault{"It is far too long for its line.", "Cut it to the one line, and switch off what hums."};
    if (trimmed.seconds() < std::max(shortestWord, expected / timesFaster))
        return TakeFault{"It is far too short for its line.", "Record the whole line again."};
    return std::nullopt;
}

Taken takeRecordings(const fs::path &takes, const fs::path &script, const fs::path &into)
{
    Taken taken;
    const Script lines = readScript(script, taken.report);
    if (!taken.report.ok())
        return taken;
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator it(takes, failed), end; !failed && it != end; it.increment(failed)) {
        std::string extension = it->path().extension().string();
        std::transform(extension.begin(), extension.end(), extension.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        if (extension == ".wav" && !it->path().filename().string().starts_with('.'))
            files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    Intake intake(lines, taken);
    if (files.empty())
        intake.tell(takes,
                    {"There is no WAV file in this folder.", "Save each line of the script as NUMBER.wav here."});
    for (const fs::path &file : files)
        intake.add(file);
    if (taken.report.ok())
        intake.putInto(into / lines.tag);
    return taken;
}

} // namespace porchlight::authoring
