// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/viewmodels/kiosk_rig.h"
#include "viewmodels/film/film_page.h"

#include <gtest/gtest.h>

namespace porchlight::viewmodels {

using playback::FilmPlayer;

namespace {

/// A player that does as the test says: what comes when is the film page's whole matter.
class ScriptedPlayer final : public FilmPlayer {
public:
    using FilmPlayer::FilmPlayer;
    void open(const QString &file) override { said += QStringLiteral("open %1 ").arg(file.section(u'/', -1)); }
    void play() override { said += QStringLiteral("play "); }
    void pause() override { said += QStringLiteral("pause "); }
    void seek(qint64) override {}
    void close() override { said += QStringLiteral("close "); }
    void setRoom(const QSize &) override {}
    void reach(qint64 milliseconds) { Q_EMIT position(milliseconds); }
    void end() { Q_EMIT ended(); }
    void fail() { Q_EMIT failed(Failure::Broken); }

    QString said;
};

class ScriptedVoice final : public playback::Voice {
public:
    [[nodiscard]] bool isHeard() const override { return heard; }
    void say(const QStringList &texts, std::function<void()> ended) override
    {
        said += texts;
        done = std::move(ended);
    }
    void pauseSpeaking() override { said += QStringLiteral("(pause)"); }
    void resumeSpeaking() override { said += QStringLiteral("(resume)"); }
    void hush() override { said += QStringLiteral("(hush)"); }

    bool heard = true;
    QStringList said;
    std::function<void()> done;
};

content::Edition edition()
{
    content::Topic topic;
    topic.id = "call";
    topic.title = "When you call";
    topic.picture = "phone";
    using Kind = content::Block::Kind;
    const auto block = [](Kind kind, const char *text, int position) {
        content::Block made;
        made.kind = kind;
        made.text = text;
        made.position = position;
        return made;
    };
    // The block at 2 is hidden today: its number may not be shown.
    topic.blocks = {block(Kind::Heading, "Before", 0), block(Kind::Bullet, "Find a place.", 1),
                    block(Kind::Bullet, "Think.", 3)};
    content::Edition made;
    made.topics.emplace("call", topic);
    return made;
}

content::Film film()
{
    return {"/films/call", {{0, 1000, {content::Cue::title}}, {1000, 2000, {0, 1}}, {2000, 3000, {0, 2, 3}}}, {}};
}

} // namespace

class FilmPageTest : public testing::Test {
protected:
    FilmPageTest()
    {
        page.setVoice(&voice);
        page.setPlayer([this](QObject *parent) { return player = new ScriptedPlayer(parent); });
    }
    void begin() { page.show(edition(), "call", film()); }
    /// The words of the part have been said, and its picture seen.
    void part(int end)
    {
        player->reach(end - 40);
        voice.done();
    }

    FilmPage page;
    ScriptedVoice voice;
    ScriptedPlayer *player = nullptr;
};

TEST_F(FilmPageTest, NoPlayerIsMadeBeforeAFilmIsOpened)
{
    page.clear();
    page.setRoom(100, 100);
    EXPECT_EQ(player, nullptr);
    begin();
    ASSERT_NE(player, nullptr);
    EXPECT_EQ(player->said, u"open film.webm play ");
    EXPECT_TRUE(page.playing());
    EXPECT_EQ(page.caption(), u"When you call");
}

TEST_F(FilmPageTest, AHeadingStandsOnAndIsSaidOnce)
{
    begin();
    part(1000);
    EXPECT_EQ(page.heading(), u"Before");
    EXPECT_EQ(page.caption(), u"Find a place.");
    part(2000);
    EXPECT_EQ(page.heading(), u"Before");
    EXPECT_EQ(page.caption(), u"Think.") << "what may not be shown today is left out";
    EXPECT_EQ(voice.said.filter(QStringLiteral("Before")).size(), 1);
    EXPECT_EQ(voice.said.last(), u"Think.");
}

TEST_F(FilmPageTest, ThePictureWaitsForTheVoice)
{
    begin();
    player->said.clear();
    player->reach(500);
    EXPECT_TRUE(player->said.isEmpty());
    player->reach(980);
    EXPECT_EQ(player->said, u"pause ");
    EXPECT_EQ(page.caption(), u"When you call");
    voice.done();
    EXPECT_EQ(player->said, u"pause play ");
    EXPECT_EQ(page.caption(), u"Find a place.");
}

TEST_F(FilmPageTest, TheVoiceWaitsForThePicture)
{
    begin();
    voice.done();
    EXPECT_EQ(page.caption(), u"When you call");
    player->reach(980);
    EXPECT_EQ(page.caption(), u"Find a place.");
}

TEST_F(FilmPageTest, AnAnswerToWhatIsNoLongerSaidIsDropped)
{
    begin();
    const auto late = voice.done;
    part(1000);
    late();
    player->reach(1980);
    EXPECT_EQ(page.caption(), u"Find a place.") << "these words have not been said yet";
}

TEST_F(FilmPageTest, EndsWithItsPictureAndBeginsAnew)
{
    begin();
    part(1000);
    part(2000);
    voice.done();
    EXPECT_FALSE(page.over());
    player->end();
    EXPECT_TRUE(page.over());
    EXPECT_FALSE(page.playing());
    player->said.clear();
    page.again();
    EXPECT_EQ(player->said, u"close open film.webm play ");
    EXPECT_EQ(page.caption(), u"When you call");
    EXPECT_TRUE(page.playing());
}

TEST_F(FilmPageTest, PauseHoldsPictureAndVoice)
{
    begin();
    player->said.clear();
    page.pause();
    EXPECT_EQ(player->said, u"pause ");
    EXPECT_EQ(voice.said.last(), u"(pause)");
    EXPECT_FALSE(page.playing());
    page.goOn();
    EXPECT_EQ(player->said, u"pause play ");
    EXPECT_EQ(voice.said.last(), u"(resume)");
}

TEST_F(FilmPageTest, WithoutAVoiceCaptionsStandAsLongAsTheyTakeToRead)
{
    voice.heard = false;
    begin();
    player->reach(980);
    EXPECT_EQ(page.caption(), u"When you call");
    EXPECT_TRUE(waitFor([this] { return page.caption() == u"Find a place."; }));
    EXPECT_TRUE(voice.said.isEmpty());
}

TEST_F(FilmPageTest, CaptionsGoOnWhereThePictureBreaks)
{
    begin();
    part(1000);
    player->fail();
    EXPECT_TRUE(page.pictureFails());
    EXPECT_TRUE(page.showsDrawing());
    EXPECT_TRUE(page.playing());
    voice.done();
    EXPECT_TRUE(waitFor([this] { return page.caption() == u"Think."; }));
    voice.done();
    EXPECT_TRUE(waitFor([this] { return page.over(); }));
}

TEST_F(FilmPageTest, APictureThatWasCutOffIsNoEnd)
{
    begin();
    player->end();
    EXPECT_TRUE(page.pictureFails());
    EXPECT_FALSE(page.over());
}

TEST_F(FilmPageTest, WithoutAPlayerThereAreWords)
{
    page.setPlayer([](QObject *) -> FilmPlayer * { return nullptr; });
    begin();
    EXPECT_TRUE(page.pictureFails());
    voice.done();
    EXPECT_TRUE(waitFor([this] { return page.caption() == u"Find a place."; }));
}

TEST_F(FilmPageTest, ClearTakesEverythingAway)
{
    begin();
    bool gone = false;
    QObject::connect(&page, &FilmPage::frame, [&](const QImage &picture) { gone = picture.isNull(); });
    page.clear();
    EXPECT_TRUE(gone);
    EXPECT_TRUE(player->said.endsWith(u"close "));
    EXPECT_EQ(voice.said.last(), u"(hush)");
    EXPECT_TRUE(page.caption().isEmpty() && page.title().isEmpty());
    EXPECT_FALSE(page.playing());
}

TEST_F(FilmPageTest, AnotherLanguageSaysThePartAgain)
{
    begin();
    part(1000);
    content::Edition other = edition();
    other.topics.at("call").blocks[1].text = "Busca un lugar.";
    player->said.clear();
    page.show(other, "call", film());
    EXPECT_EQ(page.caption(), u"Busca un lugar.");
    EXPECT_EQ(voice.said.last(), u"Busca un lugar.");
    EXPECT_TRUE(player->said.isEmpty()) << "the picture goes on";
}

TEST_F(FilmPageTest, SigningHasTheWordsOfItsTimesAndNoVoice)
{
    content::Film signedToo = film();
    signedToo.signedTags = {"ase"};
    page.show(edition(), "call", signedToo);
    voice.said.clear();
    player->said.clear();
    page.setInSigns(true);
    EXPECT_EQ(player->said, u"close open ase.webm play ");
    EXPECT_EQ(page.caption(), u"When you call");
    player->reach(1500);
    EXPECT_EQ(page.heading(), u"Before");
    EXPECT_EQ(page.caption(), u"Find a place.");
    player->reach(9000);
    EXPECT_EQ(page.caption(), u"Think.") << "the last words stay";
    EXPECT_EQ(voice.said, QStringList{QStringLiteral("(hush)")});
    EXPECT_FALSE(player->said.contains(u"pause")) << "nobody waits";
    EXPECT_FALSE(page.over());
    player->end();
    EXPECT_TRUE(page.over());
}

TEST_F(FilmPageTest, KnowsWhereThereIsMostToRead)
{
    begin();
    EXPECT_EQ(page.fullestHeading(), u"Before");
    EXPECT_EQ(page.fullestCaption(), u"Find a place.");
    page.clear();
    page.setStill(true);
    begin();
    EXPECT_EQ(page.caption(), u"Find a place.") << "a screen that is looked at shows the worst case";
    page.again();
    EXPECT_EQ(page.caption(), u"When you call");
}

} // namespace porchlight::viewmodels
