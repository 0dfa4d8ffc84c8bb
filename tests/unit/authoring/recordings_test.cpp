// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people record: the script, the takes, and what becomes of them.
#include "authoring/narration/narrate.h"
#include "authoring/narration/opus_clip.h"
#include "authoring/narration/script.h"
#include "authoring/narration/takes.h"
#include "content/speech.h"
#include "unit/authoring/site_copy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace porchlight::tests {

using namespace authoring;
namespace fs = std::filesystem;

namespace {

/// A WAV file of two channels at 44100 samples a second: a hum of so many seconds.
std::string wave(double loud, double seconds, double silence = 0.3)
{
    constexpr int rate = 44100;
    std::string data;
    const auto put = [&](std::string &to, std::uint32_t value, int bytes) {
        for (int at = 0; at < bytes; ++at, value >>= 8U)
            to += static_cast<char>(value & 0xffU);
    };
    const auto count = static_cast<int>((seconds + 2 * silence) * rate);
    for (int at = 0; at < count; ++at) {
        const bool hums = at > silence * rate && at < (silence + seconds) * rate;
        const double sample = hums ? std::min(1.0, std::max(-1.0, loud * std::sin(at * 0.06))) : 0;
        for (int channel = 0; channel < 2; ++channel)
            put(data, static_cast<std::uint16_t>(std::lround(sample * 32767)), 2);
    }
    std::string file = "RIFF";
    put(file, static_cast<std::uint32_t>(36 + data.size()), 4);
    file += "WAVEfmt ";
    put(file, 16, 4);
    put(file, 1, 2);
    put(file, 2, 2);
    put(file, rate, 4);
    put(file, rate * 4, 4);
    put(file, 4, 2);
    put(file, 16, 2);
    file += "data";
    put(file, static_cast<std::uint32_t>(data.size()), 4);
    return file + data;
}

std::string codesOf(const Report &report)
{
    std::string codes;
    for (const Finding &finding : report.faults)
        codes += finding.code + " ";
    return codes;
}

/// A fixture site whose Arabic has no voice, and somebody who records it.
class Recording : public testing::Test {
protected:
    void SetUp() override
    {
        site.replace("languages.yaml", "voice: espeak-ng ar", "no_voice: \"Nobody has judged it.\"");
        script = site.root() / "ar.tsv";
        ASSERT_TRUE(writeScript(site.content(), "demo", "ar", script, fixtureDay()).ok());
        Report report;
        lines = readScript(script, report).lines;
        ASSERT_TRUE(report.ok());
        fs::create_directories(takes);
    }
    void say(const std::string &name, const std::string &bytes) const
    {
        std::ofstream(takes / name, std::ios::binary) << bytes;
    }
    void sayAll() const
    {
        for (const auto &[number, line] : lines)
            say(std::to_string(number) + ".wav", wave(0.4, 0.5 + 0.05 * static_cast<double>(line.text.size())));
    }
    void nameNarrator() const
    {
        std::ofstream(site.root() / "media/narration/ar/narrator.yaml")
            << "name: Amal\nlicence: CC-BY-SA-4.0\nconsent: At the desk.\nrecorded_on: 2026-11-20\n";
    }
    [[nodiscard]] Taken take() const { return takeRecordings(takes, script, into); }
    [[nodiscard]] fs::path recordingOf(const std::string &text) const
    {
        return into / "ar" / (content::clipKey(text) + ".opus");
    }

    SiteCopy site;
    fs::path script;
    fs::path takes = site.root() / "takes";
    fs::path into = site.root() / "media/narration";
    std::map<int, ScriptLine> lines;
};

} // namespace

TEST_F(Recording, AScriptHoldsEachLineOnce)
{
    ASSERT_GT(lines.size(), 50U);
    EXPECT_EQ(lines.at(1).text, "0");
    EXPECT_EQ(lines.at(1).key, content::clipKey("0"));
    for (const auto &[number, line] : lines)
        EXPECT_NE(line.text, "What a caller says.");
}

TEST_F(Recording, ATakeBecomesAClip)
{
    say("0003.wav", wave(0.1, 0.6, 2));
    say("notes.txt", "not mine");
    const Taken taken = take();
    ASSERT_TRUE(taken.report.ok()) << taken.report.faults.front().describe();
    EXPECT_EQ(taken.clips, 1U);
    const auto clip = decodeClip(recordingOf("2"));
    ASSERT_TRUE(clip);
    EXPECT_NEAR(clip->seconds(), 0.68, 0.03) << "silence is cut off";
    EXPECT_NEAR(peakOf(*clip), -3, 2.5);
}

TEST_F(Recording, NothingIsTakenWhereOneIsWrong)
{
    struct Wrong {
        const char *name;
        std::string bytes;
        const char *what;
    };
    const Wrong wrongs[] = {{"0004.wav", wave(3, 0.6), "too loud"},       {"0004.wav", wave(0.001, 0.6), "too quiet"},
                            {"0004.wav", wave(0.4, 30), "too long"},      {"0004.wav", wave(0.4, 0.03), "too short"},
                            {"9999.wav", wave(0.4, 0.6), "no line"},      {"four.wav", wave(0.4, 0.6), "no line"},
                            {"0004.wav", "This is no sound.", "no sound"}};
    say("0003.wav", wave(0.4, 0.6));
    for (const Wrong &wrong : wrongs) {
        say(wrong.name, wrong.bytes);
        const Taken taken = take();
        ASSERT_EQ(taken.report.errors(), 1U) << wrong.what;
        EXPECT_THAT(taken.report.faults[0].what, testing::HasSubstr(wrong.what));
        EXPECT_THAT(taken.report.faults[0].where, testing::HasSubstr(wrong.name));
        EXPECT_EQ(taken.report.faults[0].code, "bad-take");
        EXPECT_FALSE(fs::exists(recordingOf("2")));
        fs::remove(takes / wrong.name);
    }
}

TEST_F(Recording, AScriptThatWasChangedIsRefused)
{
    std::ofstream(script, std::ios::app) << "0001\ttwice\n";
    say("0003.wav", wave(0.4, 0.6));
    EXPECT_EQ(codesOf(take().report), "bad-script ");
}

TEST_F(Recording, ALanguageIsHeardWhenAllOfItIsRecorded)
{
    sayAll();
    ASSERT_TRUE(take().report.ok());
    EXPECT_EQ(codesOf(check(site.content(), "demo", fixtureDay())).find("no-narrator") != std::string::npos, true);
    nameNarrator();
    const std::string codes = codesOf(check(site.content(), "demo", fixtureDay()));
    EXPECT_THAT(codes, testing::Not(testing::HasSubstr("record"))) << codes;

    Options options = fixtureDay();
    options.narration = site.root() / "cache";
    ASSERT_TRUE(narrate(site.content(), "demo", options.narration, {"en"}, fixtureDay()).report.ok());
    ASSERT_TRUE(build(site.content(), "demo", site.root() / "release", options).ok());
    std::ifstream index(site.root() / "release/sound/ar/index.tsv");
    std::string line;
    std::getline(index, line);
    EXPECT_THAT(line, testing::AnyOf("# voice\trecorded\tAmal", "# voice\tmixed\tAmal"));

    ASSERT_TRUE(writeScript(site.content(), "demo", "ar", script, fixtureDay()).ok());
    std::ifstream again(script);
    const std::string text{std::istreambuf_iterator<char>(again), {}};
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n') - 2, std::ptrdiff_t(lines.size()));
    EXPECT_THAT(text, testing::HasSubstr("number\tdone\n"));

    fs::remove(recordingOf("7"));
    EXPECT_THAT(codesOf(check(site.content(), "demo", fixtureDay())), testing::HasSubstr("not-recorded"));
    ASSERT_TRUE(build(site.content(), "demo", site.root() / "release", options).ok());
    EXPECT_FALSE(fs::exists(site.root() / "release/sound/ar"));
}

TEST_F(Recording, GoesBeforeAVoice)
{
    site.replace("languages.yaml", "no_voice: \"Nobody has judged it.\"", "voice: espeak-ng ar");
    say("0003.wav", wave(0.4, 0.6));
    ASSERT_TRUE(take().report.ok());
    nameNarrator();
    const Narration narration = narrate(site.content(), "demo", site.root() / "cache", {"ar"}, fixtureDay());
    ASSERT_TRUE(narration.report.ok());
    EXPECT_EQ(narration.languages.front().recorded, 1U);
    Options options = fixtureDay();
    options.narration = site.root() / "cache";
    ASSERT_TRUE(build(site.content(), "demo", site.root() / "release", options).ok());
    std::ifstream in(site.root() / "release/sound/ar/index.tsv");
    const std::string index{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(index, testing::StartsWith("# voice\tmixed\tAmal, espeak-ng ar\n"));
    EXPECT_THAT(index, testing::ContainsRegex(content::clipKey("2") + "\t[0-9]+\trecorded\n"));
}

TEST_F(Recording, WhatIsLeftOverOrDamagedIsTold)
{
    say("0003.wav", wave(0.4, 0.6));
    ASSERT_TRUE(take().report.ok());
    nameNarrator();
    fs::copy_file(recordingOf("2"), recordingOf("No text says so."));
    EXPECT_THAT(codesOf(site.check()), testing::HasSubstr("stale-recording"));
    std::ofstream(recordingOf("5"), std::ios::binary) << "This is no sound.";
    fs::copy_file(recordingOf("2"), into / "ar/two.opus");
    const std::string codes = codesOf(site.check());
    EXPECT_EQ(codes.find("bad-recording") != codes.rfind("bad-recording"), true) << codes;
}

} // namespace porchlight::tests
