// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/key_jack.h"
#include "device/keypad.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QKeyEvent>

using namespace porchlight::device;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A keypad in a hand whose clock stands still.
class Rig {
public:
    explicit Rig(const std::string &more = "")
        : m_keypad(*KeyMap::parse("Up = up\nDown = down\nRight = next\nReturn = select\nEscape = hide\nF2 = jack-in\n" +
                                      more,
                                  "test"),
                   [this] { return m_now; })
    {
        QObject::connect(&m_keypad, &Keypad::pressed, &m_keypad, [this](KeyAction action) { heard.push_back(action); });
    }

    bool down(Qt::Key key, bool repeat = false) { return send(QEvent::KeyPress, key, repeat); }
    bool up(Qt::Key key, bool repeat = false) { return send(QEvent::KeyRelease, key, repeat); }
    /// Down, 80 ms, up.
    bool click(Qt::Key key)
    {
        const bool taken = down(key);
        pass(80ms);
        return up(key) && taken;
    }
    void pass(std::chrono::milliseconds time) { m_now += time; }
    void stamped(Qt::Key key, quint64 milliseconds)
    {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        press.setTimestamp(milliseconds);
        m_keypad.eventFilter(nullptr, &press);
    }

    std::vector<KeyAction> heard;

private:
    bool send(QEvent::Type type, Qt::Key key, bool repeat)
    {
        QKeyEvent event(type, key, Qt::NoModifier, QString(), repeat);
        return m_keypad.eventFilter(nullptr, &event);
    }

    std::chrono::milliseconds m_now{1'000'000};
    Keypad m_keypad;
};

} // namespace

TEST(Keypad, turnsKeysIntoActions)
{
    Rig rig;
    EXPECT_TRUE(rig.click(Qt::Key_Down));
    EXPECT_TRUE(rig.click(Qt::Key_Return));
    EXPECT_THAT(rig.heard, ElementsAre(KeyAction::Down, KeyAction::Select));
}

TEST(Keypad, leavesOtherKeysAlone)
{
    Rig rig;
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Shift, Qt::Key_A, Qt::Key_PageDown}) {
        EXPECT_FALSE(rig.down(key));
        EXPECT_FALSE(rig.down(key, true));
        EXPECT_FALSE(rig.up(key));
    }
    QEvent other(QEvent::FocusIn);
    EXPECT_FALSE(Keypad(KeyMap::builtIn()).eventFilter(nullptr, &other));
    EXPECT_THAT(rig.heard, IsEmpty());
}

TEST(Keypad, secondKnockIsNoSecondPress)
{
    Rig rig;
    rig.click(Qt::Key_Down);
    rig.pass(499ms);
    EXPECT_TRUE(rig.click(Qt::Key_Down)) << "swallowed, not passed on";
    EXPECT_THAT(rig.heard, ElementsAre(KeyAction::Down));
    // The swallowed knock does not make it deaf for longer: a trembling hand would never come through.
    rig.pass(1ms);
    rig.click(Qt::Key_Down);
    EXPECT_THAT(rig.heard, ElementsAre(KeyAction::Down, KeyAction::Down));
}

TEST(Keypad, countsFromWhereTheKeyWasLetGo)
{
    Rig rig;
    rig.down(Qt::Key_Down);
    rig.pass(3s);
    rig.up(Qt::Key_Down);
    rig.pass(100ms);
    rig.click(Qt::Key_Down);
    EXPECT_THAT(rig.heard, ElementsAre(KeyAction::Down));
}

TEST(Keypad, anotherKeyBetweenMakesItAPress)
{
    Rig rig;
    rig.click(Qt::Key_Down);
    rig.click(Qt::Key_Up);
    rig.click(Qt::Key_Down);
    rig.click(Qt::Key_Tab);
    rig.click(Qt::Key_Down);
    EXPECT_THAT(rig.heard, ElementsAre(KeyAction::Down, KeyAction::Up, KeyAction::Down, KeyAction::Down));
}

TEST(Keypad, hideAndTheJackAreNeverDeaf)
{
    Rig rig;
    rig.click(Qt::Key_Escape);
    rig.click(Qt::Key_Escape);
    rig.click(Qt::Key_F2);
    rig.click(Qt::Key_F2);
    EXPECT_EQ(rig.heard.size(), 4);
}

TEST(Keypad, heldKeyIsOnePress)
{
    Rig rig;
    rig.down(Qt::Key_Escape);
    for (int times = 0; times < 50; ++times) {
        rig.pass(600ms);
        EXPECT_TRUE(rig.up(Qt::Key_Escape, true)); // X11 tells of a held key so
        EXPECT_TRUE(rig.down(Qt::Key_Escape, true));
    }
    rig.up(Qt::Key_Escape);
    EXPECT_THAT(rig.heard, ElementsAre(KeyAction::Hide));
}

TEST(Keypad, guardIsAdjustable)
{
    for (const auto &[line, guard] : {std::pair{"guard-ms = 0", 0ms}, {"guard-ms = 2000", 2000ms}}) {
        Rig rig(line);
        rig.click(Qt::Key_Down);
        rig.pass(guard - 1ms);
        rig.click(Qt::Key_Down);
        rig.pass(guard > 0ms ? 1ms : 0ms);
        rig.click(Qt::Key_Down);
        EXPECT_EQ(rig.heard.size(), guard > 0ms ? 2 : 3) << line;
    }
}

TEST(Keypad, goesByWhenTheFingerCameAndNotByWhenItWasToldOfIt)
{
    Rig rig;
    rig.stamped(Qt::Key_Down, 10'000);
    rig.pass(5s); // the kiosk was busy
    rig.stamped(Qt::Key_Down, 10'200);
    rig.stamped(Qt::Key_Down, 10'501);
    EXPECT_EQ(rig.heard.size(), 2);
    rig.stamped(Qt::Key_Down, 3); // the clock of the display has begun anew
    EXPECT_EQ(rig.heard.size(), 3);
}

TEST(KeyJack, tellsOfEachChangeOnce)
{
    KeyJack jack;
    std::vector<bool> told;
    QObject::connect(&jack, &PrivateListening::pluggedChanged, &jack, [&](bool plugged) { told.push_back(plugged); });
    for (const KeyAction action :
         {KeyAction::JackOut, KeyAction::JackIn, KeyAction::JackIn, KeyAction::Down, KeyAction::JackOut})
        jack.take(action);
    EXPECT_THAT(told, ElementsAre(true, false));
    EXPECT_FALSE(jack.isPlugged());
}
