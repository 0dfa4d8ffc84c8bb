// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/speech/listener.h"

#include <gmock/gmock.h>

using namespace porchlight;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;
using testing::Contains;

namespace {

QString labelOf(const QQuickItem *item)
{
    return item ? item->property("label").toString() : QString();
}

/// Steps once round; returns the first words of each stop.
QStringList goRound(Listener &visitor, bool forward)
{
    QStringList stops;
    constexpr int most = 100;
    for (int at = 0; at < most; ++at) {
        const qsizetype said = visitor.output.heard.size();
        if (forward)
            visitor.listening().next();
        else
            visitor.listening().previous();
        const QString first = visitor.output.heard.size() > said ? visitor.output.heard[said] : u"(silence)"_s;
        if (!stops.isEmpty() && first == stops.front())
            break;
        stops.append(first);
        Listener::settle(100);
    }
    return stops;
}

} // namespace

TEST(Stepping, goesThroughThePageThenTheBarAndRoundBothWays)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.view().open(u"topic"_s, u"pay"_s);
    visitor.view().goOn();
    visitor.jack.plug(true);
    visitor.listen();
    visitor.press(Qt::Key_F5); // nothing has the keys, nothing is said
    visitor.listening().previous();
    visitor.listen();
    QStringList there = goRound(visitor, true);
    ASSERT_THAT(there, Contains(u"Pay"_s));
    std::rotate(there.begin(), there.begin() + there.indexOf(u"Pay"_s), there.end());
    EXPECT_GT(there.size(), 8) << there.join(u' ').toStdString();
    EXPECT_THAT(there, Contains(u"bar.clear"_s));
    EXPECT_THAT(there, Contains(u"topic.numbers"_s));
    EXPECT_LT(there.indexOf(u"topic.numbers"_s), there.indexOf(u"bar.back"_s));
    EXPECT_FALSE(there.contains(u"(silence)"_s)) << there.join(u' ').toStdString();
    QStringList back = goRound(visitor, false);
    std::sort(there.begin(), there.end());
    std::sort(back.begin(), back.end());
    EXPECT_EQ(there, back);
}

TEST(Stepping, aControlGetsTheKeysAndIsChosen)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(true);
    visitor.listen();
    for (int at = 0; at < 20 && visitor.output.heard.back() != u"Wages, hours, contracts"_s; ++at) {
        visitor.listening().next();
        visitor.listen();
    }
    EXPECT_EQ(labelOf(visitor.kiosk->window()->activeFocusItem()), u"Work and pay"_s);
    visitor.listening().choose();
    EXPECT_EQ(visitor.view().page(), u"topics"_s);
    EXPECT_EQ(visitor.view().key(), u"work"_s);
}

TEST(Stepping, aTextHasNoKeysSoThatEnterPressesNothing)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(true);
    visitor.listen();
    visitor.listening().previous();
    visitor.listening().previous();
    for (int at = 0; at < 30 && visitor.output.heard.back() != u"home.title"_s; ++at)
        visitor.listening().previous();
    EXPECT_EQ(visitor.output.heard.back(), u"home.title"_s);
    EXPECT_EQ(labelOf(visitor.kiosk->window()->activeFocusItem()), QString());
    visitor.listening().choose();
    EXPECT_EQ(visitor.view().page(), u"home"_s);
    EXPECT_FALSE(visitor.listening().place().isEmpty()) << "the mark stands beside it";
}

TEST(Stepping, tabSaysWhatItComesTo)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.jack.plug(true);
    visitor.listen();
    visitor.press(Qt::Key_Tab);
    ASSERT_TRUE(waitFor([&] { return visitor.output.sounds; }));
    EXPECT_EQ(visitor.output.heard.back(), labelOf(visitor.kiosk->window()->activeFocusItem()));
    EXPECT_TRUE(visitor.listening().place().isEmpty()) << "the ring stands there";
}

TEST(Stepping, aLongPageIsTurnedAlongAndOnlyTheStopIsSaid)
{
    Listener visitor;
    ASSERT_TRUE(visitor.choose(u"en"_s));
    visitor.view().setTextSize(4);
    visitor.view().open(u"contact"_s, u"hotline"_s);
    visitor.kiosk->window()->resize(800, 480);
    visitor.jack.plug(true);
    const QStringList shown = visitor.listen();
    const QStringList all = goRound(visitor, true);
    SCOPED_TRACE(all.join(u'\n').toStdString() + "\nshown:\n" + shown.join(u'\n').toStdString());
    EXPECT_FALSE(shown.contains(u"topic.slip"_s)) << "the page has one part only: nothing is proved";
    EXPECT_THAT(all, Contains(u"topic.slip"_s));
}
