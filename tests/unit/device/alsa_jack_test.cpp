// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/alsa_jack.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <alsa/asoundlib.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace porchlight::device;
using namespace Qt::StringLiterals;

namespace {

int warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtWarningMsg && message.startsWith(u"jack-missing"_s))
        ++warnings;
}

/// The card of tests/support/jack_plugin.cpp, through the real ALSA library.
class AlsaJackTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        ASSERT_EQ(mkfifo(path("told").c_str(), 0600), 0);
        QFile file(QString::fromStdString(path("asound.conf")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("ctl_type.porchlightjack { lib \"" JACK_PLUGIN "\" }\n");
        file.write("ctl.keypad { type porchlightjack folder \"" + m_folder.path().toUtf8() + "\" }\n");
        file.close();
        qputenv("ALSA_CONFIG_PATH", QByteArray::fromStdString(path("asound.conf")));
        snd_config_update_free_global(); // each test has a configuration of its own
        warnings = 0;
        m_before = qInstallMessageHandler(countWarnings);
    }
    void TearDown() override { qInstallMessageHandler(m_before); }

    [[nodiscard]] std::string path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    void set(char state) const
    {
        const int file = open(path("state").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ASSERT_EQ(write(file, &state, 1), 1);
        close(file);
        const int told = open(path("told").c_str(), O_WRONLY | O_NONBLOCK);
        if (told >= 0) {
            EXPECT_EQ(write(told, "!", 1), 1);
            close(told);
        }
    }

    static bool becomes(const AlsaJack &jack, bool plugged)
    {
        return QTest::qWaitFor([&] { return jack.isPlugged() == plugged; }, 10'000);
    }

private:
    QTemporaryDir m_folder;
    QtMessageHandler m_before = nullptr;
};

TEST_F(AlsaJackTest, KnowsTheFirstState)
{
    set('1');
    EXPECT_TRUE(AlsaJack({"keypad", {}}).isPlugged());
    set('0'); // the phantom jack beside it still says "plugged"
    EXPECT_FALSE(AlsaJack({"keypad", {}}).isPlugged());
}

TEST_F(AlsaJackTest, FollowsThePlug)
{
    set('0');
    const AlsaJack jack({"keypad", {}});
    const QSignalSpy told(&jack, &PrivateListening::pluggedChanged);
    for (int i = 0; i < 10; ++i) {
        set('1');
        ASSERT_TRUE(becomes(jack, true));
        set('0');
        ASSERT_TRUE(becomes(jack, false));
    }
    EXPECT_EQ(told.size(), 20);
    EXPECT_EQ(warnings, 0);
}

TEST_F(AlsaJackTest, HearsOfThePlugByAnEvent)
{
    set('0');
    const AlsaJack jack({"keypad", {}});
    QElapsedTimer since;
    since.start();
    for (int i = 0; i < 10; ++i) {
        set(i % 2 ? '0' : '1');
        ASSERT_TRUE(becomes(jack, i % 2 == 0));
    }
    EXPECT_LT(since.elapsed(), 10'000) << "ten turns by looking every few seconds would take longer";
}

TEST_F(AlsaJackTest, TakesTheControlThatIsNamed)
{
    set('0');
    EXPECT_TRUE(AlsaJack({"keypad", "Headphone Phantom Jack"}).isPlugged());
    EXPECT_FALSE(AlsaJack({"keypad", "Headphone Jack"}).isPlugged());
    EXPECT_FALSE(AlsaJack({"keypad", "Microphone Jack"}).isPlugged());
    EXPECT_EQ(warnings, 1);
}

TEST_F(AlsaJackTest, ReadsAsUnpluggedWhenTheControlVanishesAndComesBack)
{
    set('1');
    const AlsaJack jack({"keypad", {}});
    ASSERT_TRUE(jack.isPlugged());
    set('r');
    EXPECT_TRUE(becomes(jack, false));
    set('1');
    EXPECT_TRUE(becomes(jack, true));
}

TEST_F(AlsaJackTest, ReadsAsUnpluggedWhenTheCardIsPulledAndComesBack)
{
    set('1');
    const AlsaJack jack({"keypad", {}});
    ASSERT_TRUE(jack.isPlugged());
    set('x');
    EXPECT_TRUE(becomes(jack, false));
    set('1');
    EXPECT_TRUE(becomes(jack, true));
}

TEST_F(AlsaJackTest, SaysOnceThatACardIsMissing)
{
    const AlsaJack jack({"nowhere", {}});
    QTest::qWait(4000); // looked again meanwhile
    EXPECT_FALSE(jack.isPlugged());
    EXPECT_EQ(warnings, 1);
}

TEST_F(AlsaJackTest, FindsNothingWhereThereIsNoCard)
{
    EXPECT_FALSE(AlsaJack({}).isPlugged());
}

TEST(JackName, TellsAJackFromAllElse)
{
    for (const char *name :
         {"Headphone Jack", "Front Headphone Jack", "Headphone+LO Jack", "Handset Jack", "Hook Switch"})
        EXPECT_TRUE(isJackName(name)) << name;
    for (const char *name :
         {"Headphone Phantom Jack", "Headphone Playback Switch", "Handset Playback Volume", "Mic Jack", "Headphone",
          "HDMI/DP,pcm=3 Jack", "Handset Capture Switch", "Headphone Jack Playback Switch"})
        EXPECT_FALSE(isJackName(name)) << name;
}

} // namespace
