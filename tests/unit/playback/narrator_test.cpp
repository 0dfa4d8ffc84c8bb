// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/narrator.h"
#include "unit/playback/sound_folder.h"

#include <QCoreApplication>

using namespace porchlight;
using namespace porchlight::playback;
using namespace Qt::StringLiterals;

namespace {

/// Three lines, of which nobody can say the second.
struct Speech {
    Speech()
    {
        putVoice(release.path(), "en", {"One.", "Three."});
        voices.open(release.path());
        for (const QString &text : {u"One."_s, u"Three."_s})
            output.know(text);
        QObject::connect(&narrator, &Narrator::lineChanged, [this](int line) { lines.append(line); });
        QObject::connect(&narrator, &Narrator::finished, [this] { ++finished; });
        QObject::connect(&narrator, &Narrator::failed, [this] { ++failed; });
    }
    void say() { narrator.say({{u"One."_s, u"en"_s}, {u"Two."_s, u"en"_s}, {u"Three."_s, u"en"_s}}); }

    store::TempFolder release;
    Voices voices;
    ToldOutput output;
    bool silent = false;
    Narrator narrator{voices, [this] { return silent ? nullptr : &output; }};
    QList<int> lines;
    int finished = 0;
    int failed = 0;
};

} // namespace

TEST(Narrator, saysLineAfterLineAndTellsWhich)
{
    Speech speech;
    speech.say();
    EXPECT_EQ(speech.narrator.line(), 0);
    EXPECT_EQ(speech.output.playing.pieces.back().silence, Narrator::linePause);
    speech.output.end();
    EXPECT_EQ(speech.narrator.line(), 2) << "what nobody can say is passed over";
    EXPECT_FALSE(speech.output.playing.pieces.back().file.isEmpty()) << "no pause after the last";
    speech.output.end();
    QCoreApplication::processEvents();
    EXPECT_EQ(speech.lines, (QList<int>{0, 2, -1}));
    EXPECT_EQ(speech.output.heard, (QStringList{u"One."_s, u"Three."_s}));
    EXPECT_EQ(speech.finished, 1);
}

TEST(Narrator, stopIsSilenceAtOnceAndNothingFollows)
{
    Speech speech;
    speech.say();
    const int old = speech.output.id;
    speech.narrator.stop();
    EXPECT_FALSE(speech.output.sounds);
    EXPECT_EQ(speech.narrator.line(), -1);
    Q_EMIT speech.output.finished(old); // was on its way
    QCoreApplication::processEvents();
    EXPECT_EQ(speech.output.heard.size(), 1);
    EXPECT_EQ(speech.finished, 0);
    speech.narrator.sayFrom(2);
    EXPECT_EQ(speech.output.heard.back(), u"Three."_s);
    speech.narrator.forget();
    EXPECT_TRUE(speech.narrator.lines().empty());
}

TEST(Narrator, aNewSpeechTakesThePlaceOfTheOld)
{
    Speech speech;
    speech.say();
    const int old = speech.output.id;
    speech.narrator.say({{u"Three."_s, u"en"_s}});
    Q_EMIT speech.output.finished(old);
    EXPECT_EQ(speech.output.heard, (QStringList{u"One."_s, u"Three."_s}));
    EXPECT_EQ(speech.narrator.line(), 0);
}

TEST(Narrator, pausesAndGoesOn)
{
    Speech speech;
    speech.narrator.pause();
    EXPECT_FALSE(speech.narrator.isPaused()) << "nothing to pause";
    speech.say();
    speech.narrator.pause();
    EXPECT_FALSE(speech.output.sounds);
    EXPECT_TRUE(speech.narrator.isPaused());
    speech.narrator.resume();
    EXPECT_TRUE(speech.output.sounds);
    speech.narrator.pause();
    speech.say();
    EXPECT_FALSE(speech.narrator.isPaused());
}

TEST(Narrator, aBadClipIsPassedOverAndALostServerEndsIt)
{
    Speech speech;
    speech.say();
    Q_EMIT speech.output.failed(speech.output.id, SoundOutput::Failure::BadClip);
    EXPECT_EQ(speech.narrator.line(), 0);
    Q_EMIT speech.output.failed(speech.output.id, SoundOutput::Failure::NoServer);
    EXPECT_EQ(speech.narrator.line(), -1);
    EXPECT_EQ(speech.failed, 1);
}

TEST(Narrator, whereThereIsNoSoundItSaysSoAndDoesNotHang)
{
    Speech speech;
    speech.silent = true;
    speech.say();
    QCoreApplication::processEvents();
    EXPECT_EQ(speech.failed, 1);
    EXPECT_EQ(speech.finished, 0);
}

TEST(Narrator, whatNobodyCanSayIsFinishedLater)
{
    Speech speech;
    speech.narrator.say({{u"Two."_s, u"en"_s}});
    EXPECT_EQ(speech.finished, 0) << "never from within say()";
    QCoreApplication::processEvents();
    EXPECT_EQ(speech.finished, 1);
}
