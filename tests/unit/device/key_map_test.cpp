// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/key_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <unistd.h>

using namespace porchlight;
using namespace porchlight::device;
using testing::HasSubstr;

namespace {

const std::string whole = "Escape = hide\nReturn = select\nDown = down\nRight = next\n";

content::Result<KeyMap> parsed(const std::string &text)
{
    return KeyMap::parse(text, "a.keys");
}

struct Bad {
    const char *what;
    std::string text;
    const char *where;
    const char *code;
};

class BadMap : public testing::TestWithParam<Bad> {};

TEST_P(BadMap, isRefusedWithItsPlaceAndWhatToDo)
{
    const auto map = parsed(GetParam().text);
    ASSERT_FALSE(map);
    EXPECT_EQ(map.fault().where, GetParam().where);
    EXPECT_EQ(map.fault().code, GetParam().code);
    EXPECT_FALSE(map.fault().remedy.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Faults, BadMap,
    testing::Values(Bad{"no equals", whole + "Up up\n", "a.keys:5", "key-map-line"},
                    Bad{"no key", whole + "= up\n", "a.keys:5", "key-map-line"},
                    Bad{"no action", whole + "Up =\n", "a.keys:5", "key-map-line"},
                    Bad{"only a note for an action", whole + "Up = # up\n", "a.keys:5", "key-map-line"},
                    Bad{"unknown action", whole + "Up = upwards\n", "a.keys:5", "key-map-action"},
                    Bad{"unknown key", "\n# note\nUpp = up\n" + whole, "a.keys:3", "key-map-key"},
                    Bad{"a chord", whole + "Ctrl+A = up\n", "a.keys:5", "key-map-key"},
                    Bad{"Shift", whole + "Shift = up\n", "a.keys:5", "key-map-key"},
                    Bad{"two keys", whole + "A, B = up\n", "a.keys:5", "key-map-key"},
                    Bad{"code of letters", whole + "code:xyz = up\n", "a.keys:5", "key-map-key"},
                    Bad{"code 0", whole + "code:0 = up\n", "a.keys:5", "key-map-key"},
                    Bad{"a key twice", whole + "escape = back\n", "a.keys:5", "key-map-twice"},
                    Bad{"a code twice", whole + "code:0x72 = up\ncode:114 = down\n", "a.keys:6", "key-map-twice"},
                    Bad{"guard too long", "guard-ms = 2001\n" + whole, "a.keys:1", "key-map-value"},
                    Bad{"guard below 0", "guard-ms = -1\n" + whole, "a.keys:1", "key-map-value"},
                    Bad{"guard of words", "guard-ms = long\n" + whole, "a.keys:1", "key-map-value"},
                    Bad{"guard twice", "guard-ms = 1\nguard-ms = 2\n" + whole, "a.keys:2", "key-map-twice"},
                    Bad{"two-switch of another kind", "two-switch = on\n" + whole, "a.keys:1", "key-map-value"},
                    Bad{"nothing at all", "", "a.keys", "key-map-incomplete"},
                    Bad{"no hide", "Return = select\nDown = down\n", "a.keys", "key-map-incomplete"},
                    Bad{"no select", "Escape = hide\nDown = down\n", "a.keys", "key-map-incomplete"},
                    Bad{"no way on", "Escape = hide\nReturn = select\nUp = up\n", "a.keys", "key-map-incomplete"},
                    Bad{"a picture", std::string("\x89PNG\r\n\x1a\n\0\0", 10), "a.keys:1", "key-map-line"}),
    [](const auto &one) {
        std::string name = one.param.what;
        std::replace_if(
            name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
        return name;
    });

} // namespace

TEST(KeyMap, isRead)
{
    const auto map = parsed("# mine\r\n\r\nguard-ms = 250 # quick\r\ntwo-switch = no\r\n" + whole +
                            "Volume Up = volume-up\n code:0xC9 = previous # <<\n== help\nF23 = pause\n");
    ASSERT_TRUE(map) << map.fault().describe();
    EXPECT_EQ(map->guard(), KeyMap::Time{250});
    EXPECT_FALSE(map->twoSwitch());
    EXPECT_EQ(map->find(Qt::Key_VolumeUp, 0), KeyAction::VolumeUp);
    EXPECT_EQ(map->find(Qt::Key_Equal, 21), KeyAction::Help);
    EXPECT_EQ(map->find(Qt::Key_F23, 0), KeyAction::Pause);
    EXPECT_EQ(map->find(Qt::Key_F23, 0xc9), KeyAction::Previous) << "the code comes first";
    EXPECT_EQ(map->find(Qt::Key_TouchpadOff, 201), KeyAction::Previous);
    EXPECT_EQ(map->find(Qt::Key_Tab, 23), std::nullopt);
    EXPECT_EQ(map->find(0, 0), std::nullopt);
}

TEST(KeyMap, withTwoSwitchesHideIsReachedLikeAllElse)
{
    const auto map = parsed("two-switch = yes\nSpace = next\nReturn = select\n");
    ASSERT_TRUE(map);
    EXPECT_TRUE(map->twoSwitch());
    EXPECT_FALSE(parsed("Space = next\nReturn = select\n"));
}

TEST(KeyMap, upAndDownAloneGoInTheOrderOfReading)
{
    const std::string few = "Escape = hide\nReturn = select\nUp = up\nDown = down\n";
    EXPECT_EQ(parsed(few)->find(Qt::Key_Down, 0), KeyAction::Next);
    EXPECT_EQ(parsed(few)->find(Qt::Key_Up, 0), KeyAction::Previous);
    EXPECT_EQ(parsed(few + "Left = left\nRight = right\n")->find(Qt::Key_Down, 0), KeyAction::Down);
    EXPECT_EQ(parsed(few + "Right = next\n")->find(Qt::Key_Down, 0), KeyAction::Down);
}

TEST(KeyMap, shippedOnesAreSound)
{
    const std::filesystem::path folder = std::filesystem::path(SOURCE_ROOT) / "deploy/keypads";
    int found = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".keys")
            continue;
        const auto map = KeyMap::read(entry.path());
        EXPECT_TRUE(map) << map.fault().describe();
        ++found;
    }
    EXPECT_GE(found, 2);
    const auto usual = KeyMap::read(folder / "default.keys");
    const KeyMap bare = KeyMap::builtIn();
    for (const KeyMap::Line &line : bare.lines())
        EXPECT_EQ(usual->find(line.key.name, 0), line.action) << line.key.text().toStdString();
    EXPECT_EQ(usual->find(Qt::Key_TouchpadOff, 0xc9), KeyAction::Previous);
}

TEST(KeyMap, missingFileSaysSo)
{
    for (const char *file : {"/nonexistent/a.keys", "/", "/dev/zero"}) {
        const auto map = KeyMap::read(file);
        ASSERT_FALSE(map) << file;
        EXPECT_THAT(map.fault().describe(), HasSubstr(file));
    }
}

TEST(KeyMap, everyActionHasANameAndBack)
{
    for (int at = 0; at <= static_cast<int>(KeyAction::JackOut); ++at) {
        const auto action = static_cast<KeyAction>(at);
        EXPECT_EQ(actionNamed(nameOf(action)), action);
    }
    EXPECT_EQ(actionNamed(QStringLiteral("nothing")), std::nullopt);
}

TEST(KeyMap, whatIsLearntIsReadBack)
{
    const std::vector<KeyMap::Line> lines{{*keyFor(Qt::Key_Up, 111), KeyAction::Up},
                                          {*keyFor(Qt::Key_VolumeDown, 122), KeyAction::Next},
                                          {*keyFor(Qt::Key_Equal, 21), KeyAction::Select},
                                          {*keyFor(Qt::Key_unknown, 0xca), KeyAction::Hide},
                                          {*keyFor(Qt::Key_Shift, 50), KeyAction::Back}};
    EXPECT_EQ(lines[0].key.text(), QStringLiteral("Up"));
    EXPECT_EQ(lines[3].key.text(), QStringLiteral("code:0xca"));
    EXPECT_EQ(lines[4].key.text(), QStringLiteral("code:0x32")) << "a modifier has no name of its own";
    EXPECT_EQ(keyFor(0, 0), std::nullopt);
    const auto map = parsed(writeKeyMap(lines));
    ASSERT_TRUE(map) << map.fault().describe();
    ASSERT_EQ(map->lines().size(), lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        EXPECT_EQ(map->lines()[at].key, lines[at].key);
        EXPECT_EQ(map->lines()[at].action, lines[at].action);
    }
}

TEST(KeyMap, everyKeyThatHasANameIsWrittenSoThatItIsFoundAgain)
{
    int named = 0;
    for (int key = Qt::Key_Escape; key <= Qt::Key_Escape + 0x400; ++key) { // all names of Qt lie in there
        const auto found = keyFor(key, 0x100);
        ASSERT_TRUE(found);
        if (found->scanCode > 0)
            continue;
        ++named;
        const auto map =
            parsed(writeKeyMap({{*found, KeyAction::Up}}) + "two-switch = yes\ncode:1 = next\ncode:2=select");
        ASSERT_TRUE(map) << map.fault().describe();
        EXPECT_EQ(map->find(key, 0), KeyAction::Up) << found->text().toStdString();
    }
    EXPECT_GT(named, 100);
}

TEST(KeyMap, isSavedWholeOrNotAtAll)
{
    const auto folder = std::filesystem::temp_directory_path() / ("keys-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const auto file = folder / "a.keys";
    const std::vector<KeyMap::Line> lines{{*keyFor(Qt::Key_Down, 0), KeyAction::Down},
                                          {*keyFor(Qt::Key_Return, 0), KeyAction::Select},
                                          {*keyFor(Qt::Key_Escape, 0), KeyAction::Hide}};
    ASSERT_TRUE(saveKeyMap(file, lines));
    EXPECT_TRUE(KeyMap::read(file));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1) << "nothing stands beside it";
    const auto missing = saveKeyMap(folder / "none" / "a.keys", lines);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.fault().code, "key-map-not-written");
    std::filesystem::remove_all(folder);
}
