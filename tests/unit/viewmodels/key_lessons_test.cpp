// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/keys/key_feed.h"
#include "viewmodels/keys/key_lessons.h"

#include <gtest/gtest.h>

#include <QKeyEvent>
#include <QMetaEnum>
#include <QTemporaryDir>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

/// Lessons after the four that nobody can skip: F13 to F16.
void learnFour(KeyLessons &lessons)
{
    for (const std::uint32_t code : {0xbfU, 0xc0U, 0xc1U, 0xc2U})
        lessons.keyPressed(Qt::Key_unknown, code);
}

void skipAll(KeyLessons &lessons)
{
    while (lessons.optional())
        lessons.skip();
}

} // namespace

TEST(KeyFeed, hasTheActionsOfTheKeyMapInTheirOrder)
{
    const auto actions = QMetaEnum::fromType<KeyFeed::Action>();
    ASSERT_EQ(actions.keyCount(), static_cast<int>(device::KeyAction::JackOut) + 1);
    for (int at = 0; at < actions.keyCount(); ++at)
        EXPECT_EQ(QString::fromLatin1(actions.key(at)).toLower(),
                  device::nameOf(static_cast<device::KeyAction>(at)).remove(u'-'));
}

TEST(KeyLessons, whatNobodyCanDoWithoutIsNotSkipped)
{
    KeyLessons lessons("keys");
    EXPECT_EQ(lessons.asked(), u"Up"_s);
    lessons.skip();
    EXPECT_EQ(lessons.step(), 0);
    learnFour(lessons);
    EXPECT_EQ(lessons.step(), 4);
    EXPECT_TRUE(lessons.optional());
    skipAll(lessons);
    EXPECT_TRUE(lessons.trying());
}

TEST(KeyLessons, aKeyIsUsedOnce)
{
    KeyLessons lessons("keys");
    lessons.keyPressed(Qt::Key_F23, 201);
    EXPECT_EQ(lessons.heard(), u"F23 (code:0xc9): Up"_s);
    lessons.keyPressed(Qt::Key_Down, 116);
    lessons.keyPressed(Qt::Key_F23, 201);
    EXPECT_EQ(lessons.step(), 2);
    EXPECT_EQ(lessons.problem(), u"F23 (code:0xc9) is \"Up\" already. Press another key."_s);
    lessons.keyPressed(Qt::Key_Return, 36);
    EXPECT_TRUE(lessons.problem().isEmpty());
    lessons.keyPressed(0, 0);
    EXPECT_FALSE(lessons.problem().isEmpty()) << "no name and no code";
    EXPECT_EQ(lessons.step(), 3);
}

TEST(KeyLessons, aSecondKnockIsNoMistake)
{
    KeyLessons lessons("keys");
    lessons.keyPressed(Qt::Key_Up, 111);
    lessons.keyPressed(Qt::Key_Up, 111);
    EXPECT_TRUE(lessons.problem().isEmpty());
    EXPECT_EQ(lessons.step(), 1);
}

TEST(KeyLessons, keysAreTriedAndWritten)
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(u"a.keys"_s).toStdString();
    KeyLessons lessons(file);
    learnFour(lessons);
    lessons.save();
    EXPECT_FALSE(std::filesystem::exists(file)) << "not before all has been asked for";
    skipAll(lessons);
    lessons.keyPressed(Qt::Key_unknown, 0xc1);
    EXPECT_EQ(lessons.heard(), u"code:0xc1: Select"_s);
    lessons.keyPressed(Qt::Key_F2, 68);
    EXPECT_EQ(lessons.heard(), u"F2 (code:0x44): does nothing"_s);
    lessons.save();
    EXPECT_TRUE(lessons.saved());
    const auto map = device::KeyMap::read(file);
    ASSERT_TRUE(map) << map.fault().describe();
    EXPECT_EQ(map->lines().size(), 4);
    EXPECT_EQ(map->find(Qt::Key_unknown, 0xc2), device::KeyAction::Hide);
    lessons.startOver();
    EXPECT_FALSE(lessons.saved());
    EXPECT_EQ(lessons.step(), 0);
}

TEST(KeyLessons, saysWhenTheFileCannotBeWritten)
{
    KeyLessons lessons("/nonexistent/a.keys");
    learnFour(lessons);
    skipAll(lessons);
    lessons.save();
    EXPECT_FALSE(lessons.saved());
    EXPECT_TRUE(lessons.problem().contains(u"/nonexistent/a.keys"_s)) << lessons.problem().toStdString();
}

TEST(KeyLessons, takesEveryKeyAndNoFinger)
{
    KeyLessons lessons("keys");
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QString(), true);
    QEvent touch(QEvent::TouchBegin);
    EXPECT_TRUE(lessons.eventFilter(nullptr, &press));
    EXPECT_EQ(lessons.step(), 1);
    EXPECT_TRUE(lessons.eventFilter(nullptr, &held));
    EXPECT_EQ(lessons.step(), 1) << "a held key is one press";
    EXPECT_FALSE(lessons.eventFilter(nullptr, &touch));
}
