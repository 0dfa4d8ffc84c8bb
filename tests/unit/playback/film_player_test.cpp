// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The real plugin with the real decoder, on films of a second that ffmpeg makes here.
#include "playback/film_loader.h"
#include "playback/film_player.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QPluginLoader>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace porchlight::playback {

namespace {

constexpr int wait = 20'000; // milliseconds; only what hangs takes so long

class FilmPlayerTest : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        qputenv("GST_PLUGIN_SYSTEM_PATH", PORCHLIGHT_GSTREAMER);
        prepareFilmEnvironment();
    }

    void SetUp() override
    {
        QPluginLoader loader(QStringLiteral(PORCHLIGHT_FILM_PLUGIN));
        auto *plugin = qobject_cast<FilmPlugin *>(loader.instance());
        ASSERT_NE(plugin, nullptr) << loader.errorString().toStdString();
        player.reset(plugin->create(nullptr));
        QObject::connect(player.get(), &FilmPlayer::frame, player.get(),
                         [this](const QImage &one) { pictures += one; });
        QObject::connect(player.get(), &FilmPlayer::position, player.get(), [this](qint64 one) { positions += one; });
    }

    /// A second of a moving pattern, 25 pictures.
    QString film()
    {
        const QString file = folder.filePath(QStringLiteral("film.webm"));
        QProcess::execute(QStringLiteral("ffmpeg"),
                          {QStringLiteral("-nostdin"), QStringLiteral("-v"), QStringLiteral("error"),
                           QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("testsrc=size=160x100:rate=25:duration=1"), QStringLiteral("-c:v"),
                           QStringLiteral("libvpx"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), file});
        return file;
    }
    QString damaged(const QByteArray &bytes)
    {
        const QString name = folder.filePath(QStringLiteral("damaged.webm"));
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return name;
    }
    template <class Condition> static bool comes(Condition condition)
    {
        QElapsedTimer since;
        since.start();
        while (!condition() && since.elapsed() < wait)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return condition();
    }
    static void turn(int milliseconds)
    {
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < milliseconds)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }

    QTemporaryDir folder;
    std::unique_ptr<FilmPlayer> player;
    QList<QImage> pictures;
    QList<qint64> positions;
};

TEST_F(FilmPlayerTest, PlaysToTheEndInOrder)
{
    QSignalSpy ended(player.get(), &FilmPlayer::ended);
    player->open(film());
    player->play();
    ASSERT_TRUE(comes([&] { return !ended.isEmpty(); }));
    EXPECT_GE(pictures.size(), 2);
    EXPECT_TRUE(std::is_sorted(positions.begin(), positions.end()));
    EXPECT_EQ(pictures.last().size(), QSize(160, 100));
    EXPECT_NE(pictures.first(), pictures.last()) << "it moves";
}

TEST_F(FilmPlayerTest, KeepsToItsRoom)
{
    player->setRoom({80, 80});
    player->open(film());
    ASSERT_TRUE(comes([&] { return !pictures.isEmpty(); }));
    EXPECT_EQ(pictures.first().size(), QSize(80, 50));
}

TEST_F(FilmPlayerTest, OpensAtRestAndPauses)
{
    player->open(film());
    ASSERT_TRUE(comes([&] { return !pictures.isEmpty(); }));
    turn(200);
    EXPECT_LE(positions.last(), 40);
    player->play();
    ASSERT_TRUE(comes([&] { return positions.last() >= 200; }));
    player->pause();
    turn(150); // what was on its way
    const qint64 at = positions.last();
    turn(300);
    EXPECT_EQ(positions.last(), at);
}

TEST_F(FilmPlayerTest, NothingComesAfterClose)
{
    player->open(film());
    player->play();
    ASSERT_TRUE(comes([&] { return pictures.size() >= 3; }));
    QSignalSpy ended(player.get(), &FilmPlayer::ended);
    player->close();
    const qsizetype before = pictures.size();
    turn(300);
    EXPECT_EQ(pictures.size(), before);
    EXPECT_TRUE(ended.isEmpty());
}

TEST_F(FilmPlayerTest, SaysWhatIsWrong)
{
    QList<FilmPlayer::Failure> failures;
    QObject::connect(player.get(), &FilmPlayer::failed, player.get(),
                     [&](FilmPlayer::Failure failure) { failures += failure; });
    const auto failureOf = [&](const QString &file) {
        failures.clear();
        player->open(file);
        player->play();
        return comes([&] { return !failures.isEmpty(); }) ? failures.first() : FilmPlayer::Failure();
    };
    EXPECT_EQ(failureOf(folder.filePath(QStringLiteral("none.webm"))), FilmPlayer::Failure::NoFile);
    EXPECT_EQ(failureOf(damaged({})), FilmPlayer::Failure::NoFile);
    EXPECT_EQ(failureOf(damaged(QByteArray(50'000, 'x'))), FilmPlayer::Failure::Broken);
    pictures.clear();
    player->open(film());
    EXPECT_TRUE(comes([&] { return !pictures.isEmpty(); })) << "the next film is none the worse for it";
}

} // namespace

} // namespace porchlight::playback
