// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From a text to a clip in a release.
#include "authoring/narration/narrate.h"
#include "authoring/narration/opus_clip.h"
#include "authoring/narration/sound.h"
#include "authoring/narration/spoken_form.h"
#include "content/speech.h"
#include "unit/authoring/site_copy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <numbers>

namespace porchlight::tests {

using namespace authoring;
namespace fs = std::filesystem;

namespace {

const std::map<std::string, std::string> englishWords{
    {"24/7", "all day"}, {"at", "at"}, {"dot", "dot"}, {"slash", "slash"}, {"to", "to"}};

std::string said(const std::string &text, bool english = true)
{
    return spokenForm(text, english ? englishWords : std::map<std::string, std::string>{}, {"988"}, english);
}

/// Half a second of nothing, one of a tone, half a second of nothing.
Sound tone(double loud)
{
    Sound sound{16000, std::vector<float>(32000, 0)};
    for (std::size_t at = 8000; at < 24000; ++at)
        sound.samples[at] =
            static_cast<float>(loud * std::sin(2 * std::numbers::pi * 440 * static_cast<double>(at) / 16000));
    return sound;
}

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> filesIn(const fs::path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = bytesOf(entry.path());
    return files;
}

const Narrated &of(const Narration &narration, const std::string &tag)
{
    static const Narrated none;
    for (const Narrated &one : narration.languages)
        if (one.tag == tag)
            return one;
    return none;
}

/// The fixture site, its clips and a release with them.
class Speaking : public testing::Test {
protected:
    [[nodiscard]] Narration narrateInto(const std::string &cache, std::vector<std::string> languages = {}) const
    {
        return narrate(site.content(), "demo", site.root() / cache, languages, fixtureDay());
    }
    [[nodiscard]] Report buildWith(const std::string &cache, const std::string &output) const
    {
        Options options = fixtureDay();
        options.narration = site.root() / cache;
        return build(site.content(), "demo", site.root() / output, options);
    }
    [[nodiscard]] std::string clip(const std::string &tag, const std::string &text) const
    {
        return bytesOf(site.root() / "release/sound" / tag / (content::clipKey(text) + ".opus"));
    }
    SiteCopy site;
};

} // namespace

TEST(SpokenForm, DialsDigitByDigit)
{
    EXPECT_EQ(said("1-888-373-7888"), "1, 8 8 8, 3 7 3, 7 8 8 8");
    EXPECT_EQ(said("Call \u20661-888-373-7888\u2069."), "Call 1, 8 8 8, 3 7 3, 7 8 8 8.");
    EXPECT_EQ(said("988"), "9 8 8");
    EXPECT_EQ(said("Text (741741)."), "Text (7 4 1 7 4 1).");
    EXPECT_EQ(said("2-1-1"), "2, 1, 1");
    EXPECT_EQ(said("988번으로", false), "9 8 8번으로");
}

TEST(SpokenForm, LeavesOtherNumbersAlone)
{
    EXPECT_EQ(said("27,600,000 people in 2021"), "27,600,000 people in 2021");
    EXPECT_EQ(said("12"), "12");
}

TEST(SpokenForm, SaysTimes)
{
    EXPECT_EQ(said("Day and night, 24/7"), "Day and night, all day");
    EXPECT_EQ(said("24/7", false), "24, 7");
    EXPECT_EQ(said("8:00-17:30"), "8 A M to 5 30 P M");
    EXPECT_EQ(said("8:00-17:30", false), "8, 17 30");
}

TEST(SpokenForm, SaysAddresses)
{
    EXPECT_EQ(said("https://www.example.org/chat"), "example dot org slash chat");
    EXPECT_EQ(said("help@example.org", false), "help, example, org");
    EXPECT_EQ(said("Ask first. Then call."), "Ask first. Then call.");
}

TEST(ClipSound, IsTrimmedAndMadeEquallyLoud)
{
    Sound sound = tone(0.2);
    trimSilence(sound);
    EXPECT_NEAR(sound.seconds(), 1.08, 0.01);
    setPeak(sound, clipPeak);
    EXPECT_NEAR(peakOf(sound), -3, 0.01);
    Sound nothing{16000, std::vector<float>(1000, 0)};
    trimSilence(nothing);
    EXPECT_TRUE(nothing.samples.empty());
}

TEST(ClipSound, KnowsWhatIsCutOff)
{
    EXPECT_FALSE(isClipped(tone(0.9)));
    Sound loud = tone(1.5);
    for (float &sample : loud.samples)
        sample = std::min(1.0F, std::max(-1.0F, sample));
    EXPECT_TRUE(isClipped(loud));
}

TEST(OpusClip, IsTheSameEveryTime)
{
    const std::string bytes = encodeClip(tone(0.5), "key", {{"SYNTHETIC", "1"}});
    EXPECT_EQ(bytes, encodeClip(tone(0.5), "key", {{"SYNTHETIC", "1"}}));
    EXPECT_THAT(bytes, testing::HasSubstr("SYNTHETIC=1"));
    EXPECT_NE(bytes, encodeClip(tone(0.5), "other", {{"SYNTHETIC", "1"}}));
}

TEST(OpusClip, IsKnownWhenDamaged)
{
    const SiteCopy place;
    const std::string bytes = encodeClip(tone(0.5), "key", {});
    place.write("whole.opus", bytes);
    EXPECT_EQ(clipMilliseconds(place.content() / "whole.opus"), 2000);
    ASSERT_TRUE(decodeClip(place.content() / "whole.opus"));
    EXPECT_NEAR(peakOf(*decodeClip(place.content() / "whole.opus")), -6, 1.5);

    std::string changed = bytes;
    changed[changed.size() / 2] ^= 0x40;
    place.write("changed.opus", changed);
    place.write("short.opus", bytes.substr(0, bytes.size() / 2));
    place.write("text.opus", "This is no sound.");
    for (const char *file : {"changed.opus", "short.opus", "text.opus", "missing.opus"})
        EXPECT_FALSE(decodeClip(place.content() / file)) << file;
}

TEST_F(Speaking, OnlyWhatHasChangedIsSaidAgain)
{
    const Narration first = narrateInto("cache", {"en", "es"});
    ASSERT_TRUE(first.report.ok()) << first.report.faults.front().describe();
    EXPECT_GT(of(first, "en").made, 50U);
    EXPECT_GT(of(first, "es").made, 50U);
    EXPECT_EQ(of(first, "ar").made, 0U);

    const Narration second = narrateInto("cache", {"en", "es"});
    EXPECT_EQ(of(second, "en").made, 0U);
    EXPECT_EQ(of(second, "en").kept, of(first, "en").made);

    site.replace("topics/pay.md", "title: Your pay", "title: Your good pay");
    const Narration third = narrateInto("cache", {"en"});
    EXPECT_EQ(of(third, "en").made, 1U);
}

TEST_F(Speaking, WhatWasInterruptedGoesOn)
{
    const auto made = of(narrateInto("cache", {"en"}), "en").made;
    const auto clips = filesIn(site.root() / "cache/en");
    const std::string name = clips.begin()->first;
    std::ofstream(site.root() / "cache/en" / name, std::ios::binary) << clips.begin()->second.substr(0, 20);
    const Narration again = narrateInto("cache", {"en"});
    EXPECT_EQ(of(again, "en").made, 1U);
    EXPECT_EQ(of(again, "en").kept, made - 1);
    EXPECT_EQ(bytesOf(site.root() / "cache/en" / name), clips.begin()->second);
}

TEST_F(Speaking, AReleaseHoldsItsClips)
{
    ASSERT_TRUE(narrateInto("cache").report.ok());
    const Report report = buildWith("cache", "release");
    ASSERT_TRUE(report.ok());
    const fs::path sound = site.root() / "release/sound";
    for (const char *tag : {"en", "es", "ar"}) {
        std::ifstream in(sound / tag / "index.tsv");
        std::string line;
        std::getline(in, line);
        EXPECT_THAT(line, testing::StartsWith("# voice\tsynthetic\t")) << tag;
        std::string before;
        std::size_t count = 0;
        for (; std::getline(in, line); ++count) {
            const std::string key = line.substr(0, line.find('\t'));
            EXPECT_LT(before, key);
            EXPECT_THAT(line, testing::MatchesRegex("[0-9a-f]{16}\t[0-9]+\tsynthetic"));
            EXPECT_TRUE(fs::is_regular_file(sound / tag / (key + ".opus"))) << line;
            before = key;
        }
        EXPECT_GT(count, 50U);
        for (int digit = 0; digit <= 9; ++digit)
            EXPECT_FALSE(clip(tag, std::to_string(digit)).empty()) << tag << digit;
        EXPECT_EQ(clip(tag, "العربية"), clip("ar", "العربية")) << "each language is named in its own voice";
    }
}

TEST(SpokenForm, NumberIsSaidAsTheLanguageSays)
{
    EXPECT_EQ(spokenForm("14", {{"14", "fourteen"}}, {}, false), "fourteen");
    EXPECT_EQ(spokenForm("at 14, 15", {{"14", "fourteen"}}, {}, false), "at fourteen, 15");
}

TEST_F(Speaking, TheSameSourcesMakeTheSameBytes)
{
    ASSERT_TRUE(narrateInto("cache", {"es", "ar"}).report.ok());
    ASSERT_TRUE(narrateInto("other", {"ar"}).report.ok()); // in another order
    ASSERT_TRUE(narrateInto("other", {"es"}).report.ok());
    ASSERT_TRUE(buildWith("cache", "release").ok());
    ASSERT_TRUE(buildWith("other", "again").ok());
    const auto one = filesIn(site.root() / "release");
    const auto two = filesIn(site.root() / "again");
    ASSERT_EQ(one.size(), two.size());
    for (const auto &[name, bytes] : one)
        EXPECT_TRUE(two.contains(name) && two.at(name) == bytes) << name;
}

TEST_F(Speaking, WithoutClipsAReleaseIsSilent)
{
    ASSERT_TRUE(build(site.content(), "demo", site.root() / "release", fixtureDay()).ok());
    EXPECT_FALSE(fs::exists(site.root() / "release/sound"));
    ASSERT_TRUE(narrateInto("cache", {"es"}).report.ok());
    ASSERT_TRUE(buildWith("cache", "release").ok());
    EXPECT_TRUE(fs::exists(site.root() / "release/sound/es"));
    EXPECT_FALSE(fs::exists(site.root() / "release/sound/ar"));
}

TEST_F(Speaking, ALanguageWithoutAVoiceStaysSilent)
{
    site.replace("languages.yaml", "voice: espeak-ng ar", "no_voice: \"Nobody has judged it.\"");
    EXPECT_EQ(of(narrateInto("cache", {"ar"}), "ar").made, 0U);
    ASSERT_TRUE(narrateInto("cache", {"en"}).report.ok());
    ASSERT_TRUE(buildWith("cache", "release").ok());
    EXPECT_FALSE(fs::exists(site.root() / "release/sound/ar"));
    EXPECT_FALSE(clip("en", "العربية").empty()) << "it is named in English";
}

} // namespace porchlight::tests
