// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/voices.h"
#include "unit/playback/sound_folder.h"

using namespace porchlight;
using namespace porchlight::playback;
using namespace Qt::StringLiterals;

namespace {

QString clip(const std::filesystem::path &release, const char *tag, const char *text)
{
    return QString::fromStdString((release / "sound" / tag / (content::clipKey(text) + ".opus")).string());
}

void write(const std::filesystem::path &release, const std::string &text)
{
    std::filesystem::create_directories(release / "sound" / "en");
    std::ofstream(release / "sound" / "en" / "index.tsv") << text;
}

} // namespace

TEST(Voices, aTextIsFoundByWhatStandsOnTheScreen)
{
    const store::TempFolder release;
    putVoice(release.path(), "en", {"Go on."});
    Voices voices;
    voices.open(release.path());
    const auto pieces = voices.piecesOf({u"\u2066Go  on.\u2069 "_s, u"en"_s});
    ASSERT_TRUE(pieces);
    ASSERT_EQ(pieces->size(), 1U);
    EXPECT_EQ(pieces->front().file, clip(release.path(), "en", "Go on."));
    EXPECT_FALSE(voices.canSay({u"Go back."_s, u"en"_s}));
    EXPECT_FALSE(voices.canSay({u"Go on."_s, u"es"_s}));
    EXPECT_TRUE(voices.hasVoice(u"en"_s));
    EXPECT_FALSE(voices.hasVoice(u"es"_s));
    EXPECT_FALSE(voices.hasVoice(u"../sound/en"_s)) << "a tag is no path";
    EXPECT_TRUE(voices.isSynthetic(u"en"_s));
    EXPECT_TRUE(voices.faults().empty());
}

TEST(Voices, aNumberIsSaidDigitByDigitWithPausesBetweenGroups)
{
    const store::TempFolder release;
    putVoice(release.path(), "en", {});
    Voices voices;
    voices.open(release.path());
    const auto pieces = voices.piecesOf({u"\u20662-1-1\u2069"_s, u"en"_s});
    ASSERT_TRUE(pieces);
    ASSERT_EQ(pieces->size(), 5U);
    EXPECT_EQ((*pieces)[0].file, clip(release.path(), "en", "2"));
    EXPECT_EQ((*pieces)[1].silence, Voices::groupPause);
    EXPECT_TRUE((*pieces)[1].file.isEmpty());
    EXPECT_EQ((*pieces)[4].file, clip(release.path(), "en", "1"));
}

TEST(Voices, joinedSentencesAreSaidOneByOneOrNotAtAll)
{
    const store::TempFolder release;
    putVoice(release.path(), "en", {"No name needed.", "This screen saves nothing."});
    Voices voices;
    voices.open(release.path());
    const auto pieces = voices.piecesOf({u"No name needed. This screen saves nothing."_s, u"en"_s});
    ASSERT_TRUE(pieces);
    EXPECT_EQ(pieces->size(), 2U);
    EXPECT_FALSE(voices.canSay({u"No name needed. This screen saves all."_s, u"en"_s})) << "half a sentence misleads";
}

TEST(Voices, wordsOfAnotherLanguageMayLieWithThePage)
{
    const store::TempFolder release;
    putVoice(release.path(), "es", {"I need an interpreter."});
    Voices voices;
    voices.open(release.path());
    const Line line{u"I need an interpreter."_s, u"en"_s};
    EXPECT_FALSE(voices.canSay(line));
    voices.setScreen(u"es"_s);
    EXPECT_TRUE(voices.canSay(line));
}

TEST(Voices, aRecordedVoiceIsNotCalledSynthetic)
{
    const store::TempFolder release;
    putVoice(release.path(), "en", {}, "recorded");
    Voices voices;
    voices.open(release.path());
    EXPECT_FALSE(voices.isSynthetic(u"en"_s));
}

TEST(Voices, aBadLineIsNamedAndTheLanguageHasNoVoice)
{
    const std::pair<const char *, const char *> bad[] = {
        {"", "index.tsv:1"},
        {"# voice\tsung\tX\n", "index.tsv:1"},
        {"# voice\tsynthetic\n", "index.tsv:1"},
        {"# voice\tsynthetic\tX\n0123456789abcdef\t10\tsynthetic\nnokey\t10\tsynthetic\n", "index.tsv:3"},
        {"# voice\tsynthetic\tX\n0123456789abcdef\t-1\tsynthetic\n", "index.tsv:2"},
        {"# voice\tsynthetic\tX\n0123456789abcdef\t10\n", "index.tsv:2"},
        {"# voice\tsynthetic\tX\n../../etc/passwd\t10\tsynthetic\n", "index.tsv:2"},
    };
    for (const auto &[text, where] : bad) {
        const store::TempFolder release;
        write(release.path(), text);
        Voices voices;
        voices.open(release.path());
        EXPECT_FALSE(voices.hasVoice(u"en"_s)) << text;
        ASSERT_EQ(voices.faults().size(), 1U) << text;
        EXPECT_TRUE(voices.faults().front().where.ends_with(where)) << voices.faults().front().where;
    }
}

TEST(Voices, anotherReleaseHasOtherVoices)
{
    const store::TempFolder one;
    const store::TempFolder other;
    putVoice(one.path(), "en", {"Go on."});
    Voices voices;
    voices.open(one.path());
    EXPECT_TRUE(voices.hasVoice(u"en"_s));
    voices.open(other.path());
    EXPECT_FALSE(voices.hasVoice(u"en"_s));
}
