// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/speech/listener.h"

#include <gmock/gmock.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;
using playback::Route;
using testing::Contains;
using testing::Not;

TEST(Listening, nothingIsLoadedOrSaidWhileNobodyListens)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.view().open(u"topics"_s, u"work"_s);
    visitor.view().clearScreen();
    Listener::settle();
    EXPECT_EQ(visitor.soundAsked, 0);
    EXPECT_TRUE(visitor.output.heard.isEmpty());
    EXPECT_FALSE(visitor.listening().active());
}

TEST(Listening, aPlugHasTheFirstScreenReadOnceEachLanguageInItsOwnVoice)
{
    Listener visitor;
    visitor.jack.plug(true);
    EXPECT_EQ(visitor.output.route, Route::Private);
    EXPECT_EQ(visitor.output.volume, 0);
    EXPECT_EQ(visitor.output.speed, 1);
    const QStringList heard = visitor.listen();
    ASSERT_GT(heard.size(), 5);
    EXPECT_EQ(heard.front(), u"listen.keys"_s);
    EXPECT_THAT(heard, Contains(u"welcome.title"_s));
    EXPECT_THAT(heard, Contains(u"welcome.no-name|welcome.keeps"_s));
    EXPECT_LT(heard.indexOf(u"welcome.title"_s), heard.indexOf(u"English"_s));
    EXPECT_THAT(heard, Contains(u"Español"_s));
    EXPECT_THAT(heard, Contains(u"Arabic"_s)) << "by the English voice";
    EXPECT_THAT(heard, Not(Contains(u"bar.home"_s))) << "the bar is said to those who come to it";
    EXPECT_EQ(heard.count(u"welcome.title"_s), 1);
    const qsizetype said = visitor.output.heard.size();
    Listener::settle();
    EXPECT_EQ(visitor.output.heard.size(), said);
    EXPECT_FALSE(visitor.listening().speaking());
}

TEST(Listening, aKeySilencesItInTheSameEvent)
{
    Listener visitor;
    visitor.jack.plug(true);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    visitor.press(Qt::Key_F5);
    EXPECT_FALSE(visitor.output.sounds);
    Listener::settle();
    EXPECT_FALSE(visitor.output.sounds);
    EXPECT_FALSE(visitor.listening().paused());
    visitor.listening().goOn();
    EXPECT_TRUE(visitor.output.sounds) << "from where it broke off";
}

TEST(Listening, theKeyForAPauseKeepsThePlaceAndLouderGoesOn)
{
    Listener visitor;
    visitor.jack.plug(true);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    const int id = visitor.output.id;
    visitor.press(Qt::Key_F5);
    visitor.listening().pause();
    Listener::settle();
    EXPECT_TRUE(visitor.listening().paused());
    EXPECT_FALSE(visitor.output.sounds);
    visitor.press(Qt::Key_F6);
    visitor.listening().goOn();
    EXPECT_TRUE(visitor.output.sounds);
    visitor.press(Qt::Key_F7);
    visitor.listening().louder();
    Listener::settle();
    EXPECT_TRUE(visitor.output.sounds);
    EXPECT_EQ(visitor.output.id, id) << "the same passage goes on";
    EXPECT_EQ(visitor.output.volume, 3);
    visitor.listening().faster();
    EXPECT_EQ(visitor.output.speed, 1.25);
}

TEST(Listening, aNewPageSilencesTheOldAtOnceAndIsReadItself)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(true);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    visitor.view().open(u"topics"_s, u"work"_s);
    EXPECT_FALSE(visitor.output.sounds);
    const QStringList heard = visitor.listen();
    ASSERT_FALSE(heard.isEmpty());
    EXPECT_EQ(heard.front(), u"Work and pay"_s);
    EXPECT_THAT(heard, Contains(u"Pay"_s));
    EXPECT_THAT(heard, Not(Contains(u"listen.keys"_s))) << "once in a visit";
    ASSERT_TRUE(visitor.choose(u"es"_s));
    EXPECT_THAT(visitor.listen(), Contains(u"listen.keys"_s))
        << "who has chosen this may not have understood the other";
    ASSERT_TRUE(visitor.choose(u"en"_s));
    EXPECT_THAT(visitor.listen(), Not(Contains(u"listen.keys"_s)));
}

TEST(Listening, clearScreenIsSilentAtOnceAndForgets)
{
    Listener visitor;
    visitor.jack.plug(true);
    ASSERT_TRUE(visitor.choose(u"en"_s));
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    visitor.listening().louder();
    visitor.listening().slower();
    visitor.view().clearScreen();
    EXPECT_FALSE(visitor.output.sounds);
    EXPECT_EQ(visitor.output.volume, 0);
    EXPECT_EQ(visitor.output.speed, 1);
    const QStringList heard = visitor.listen();
    ASSERT_FALSE(heard.isEmpty());
    EXPECT_EQ(heard.front(), u"cover.title"_s);
    EXPECT_THAT(heard, Not(Contains(u"Work and pay"_s)));

    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(false);
    const qsizetype said = visitor.output.heard.size();
    visitor.view().clearScreen();
    Listener::settle();
    EXPECT_EQ(visitor.output.heard.size(), said) << "nobody listens to the cover";
}

TEST(Listening, pullingThePlugIsSilentAtOnceAndClosesTheWay)
{
    Listener visitor;
    visitor.jack.plug(true);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    visitor.jack.plug(false);
    EXPECT_FALSE(visitor.output.sounds);
    EXPECT_EQ(visitor.output.route, Route::Closed);
    const qsizetype said = visitor.output.heard.size();
    visitor.view().chooseLanguage(u"en"_s);
    Listener::settle();
    EXPECT_EQ(visitor.output.heard.size(), said);
    EXPECT_TRUE(visitor.listening().place().isEmpty());
}

TEST(Listening, theLoudspeakerNeedsTheHostAndTheVisitorAndEndsWithTheVisit)
{
    Listener strict;
    strict.listening().speakAloud(true);
    EXPECT_FALSE(strict.listening().active());
    EXPECT_EQ(strict.soundAsked, 0);

    Listener visitor(true);
    visitor.listening().speakAloud(true);
    EXPECT_EQ(visitor.output.route, Route::Loudspeaker);
    EXPECT_TRUE(visitor.listening().loudspeaker());
    visitor.jack.plug(true);
    EXPECT_EQ(visitor.output.route, Route::Private);
    visitor.jack.plug(false);
    EXPECT_EQ(visitor.output.route, Route::Closed) << "whoever pulls the plug does not ask for all to hear";
    visitor.listening().speakAloud(true);
    EXPECT_EQ(visitor.output.route, Route::Loudspeaker);
    visitor.view().clearScreen();
    EXPECT_EQ(visitor.output.route, Route::Closed);
    EXPECT_FALSE(visitor.output.sounds);
}

TEST(Listening, aLanguageWithoutAVoiceSaysSoInEnglishAndNothingElse)
{
    Listener visitor;
    visitor.jack.plug(true);
    ASSERT_TRUE(visitor.choose(u"ar"_s));
    EXPECT_FALSE(visitor.listening().voiced());
    const QStringList heard = visitor.listen();
    EXPECT_EQ(heard, QStringList{u"listen.no-voice"_s});
}

TEST(Listening, onlyWhatHasChangedOnAPageIsSaid)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.view().open(u"slip"_s);
    visitor.jack.plug(true);
    const QStringList before = visitor.listen();
    EXPECT_THAT(before, Contains(u"slip.title"_s));
    EXPECT_THAT(before, Not(Contains(u"slip.preview"_s)));
    SlipPage &slip = visitor.kiosk->kiosk().slip();
    slip.toggle(slip.lines()->rows().front().key);
    const QStringList after = visitor.listen();
    EXPECT_THAT(after, Contains(u"slip.chosen"_s));
    EXPECT_THAT(after, Contains(u"slip.preview"_s));
    EXPECT_THAT(after, Contains(u"slip.demonstration"_s)) << "what will stand on the paper";
    EXPECT_THAT(after, Not(Contains(u"slip.title"_s)));
    EXPECT_THAT(after, Not(Contains(u"slip.choose"_s)));

    visitor.view().open(u"print"_s);
    slip.print();
    EXPECT_THAT(visitor.listen(), Contains(u"slip.no-printer"_s));
}

TEST(Listening, theQuestionWhetherSomebodyIsThereIsAsked)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(true);
    visitor.listen();
    visitor.clock.advance(2 * visit::Idle::shortest);
    visitor.view().timePassed();
    ASSERT_TRUE(visitor.view().asking());
    const QStringList heard = visitor.listen();
    ASSERT_GE(heard.size(), 3);
    EXPECT_EQ(heard.front(), u"idle.title"_s);
    EXPECT_THAT(heard, Not(Contains(u"home.title"_s))) << "nothing of what lies below";
}

TEST(Listening, aFilmSaysItsCaptionsInsteadOfThePage)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(true);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    playback::Voice &voice = visitor.listening();
    EXPECT_TRUE(voice.isHeard());
    int ended = 0;
    voice.say({u"Pay"_s, u"Rest"_s}, [&] { ++ended; });
    EXPECT_EQ(visitor.output.heard.back(), u"Pay"_s);
    visitor.listen();
    EXPECT_EQ(ended, 1);
    voice.say({u"Pay"_s}, [&] { ++ended; });
    voice.hush();
    EXPECT_FALSE(visitor.output.sounds);
    Listener::settle();
    EXPECT_EQ(ended, 1);
    visitor.jack.plug(false);
    voice.say({u"Pay"_s}, [&] { ++ended; });
    Listener::settle();
    EXPECT_EQ(ended, 2) << "told even where nobody hears it";
}

TEST(Listening, whereSoundFailsItSaysSoInWordsAndTriesAgain)
{
    Listener visitor;
    visitor.jack.plug(true);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    Q_EMIT visitor.output.failed(visitor.output.id, playback::SoundOutput::Failure::NoServer);
    EXPECT_TRUE(visitor.listening().soundFails());
    EXPECT_FALSE(visitor.listening().speaking());
    ASSERT_TRUE(visitor.choose(u"en"_s));
    EXPECT_FALSE(visitor.listen().isEmpty());
    EXPECT_FALSE(visitor.listening().soundFails());
}
