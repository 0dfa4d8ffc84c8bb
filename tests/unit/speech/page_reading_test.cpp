// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/speech/page_reading.h"

#include <gtest/gtest.h>

using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;

namespace {

SpokenItem item(QQuickItem &at, const QStringList &texts)
{
    SpokenItem made;
    made.item = &at;
    for (const QString &text : texts)
        made.lines.push_back({text, u"en"_s});
    return made;
}

QStringList firsts(const std::vector<SpokenItem> &items)
{
    QStringList words;
    for (const SpokenItem &one : items)
        words.append(one.lines.front().text);
    return words;
}

} // namespace

TEST(PageReading, aNewPageIsReadWithoutTheBarAndItsReservationOnce)
{
    QQuickItem at[5];
    std::vector<SpokenItem> items{item(at[0], {u"title"_s}), item(at[1], {u"below"_s}), item(at[2], {u"more"_s}),
                                  item(at[3], {u"draft"_s}), item(at[4], {u"home"_s})};
    items[1].shown = false;
    items[2].control = items[2].turning = true;
    items[3].layer = Layer::Notice;
    items[4].layer = Layer::Bar;
    QSet<QString> told;
    EXPECT_EQ(firsts(readAnew(items, told)), (QStringList{u"title"_s, u"draft"_s}));
    EXPECT_EQ(firsts(readAnew(items, told)), QStringList{u"title"_s});
}

TEST(PageReading, changesAreNewWordsNotGoneOnes)
{
    QQuickItem at[4];
    const std::vector<SpokenItem> before{item(at[0], {u"title"_s}), item(at[1], {u"a"_s, u"Chosen."_s}),
                                         item(at[2], {u"b"_s})};
    const std::vector<SpokenItem> now{item(at[3], {u"title"_s}), item(at[1], {u"a"_s}),
                                      item(at[2], {u"b"_s, u"Chosen."_s})};
    EXPECT_EQ(firsts(readChanges(before, now, false)), QStringList{u"b"_s})
        << "the same words made anew are no news, nor is what is chosen no more";
}

TEST(PageReading, anotherPartIsNewsUnlessItWasTurnedForAStep)
{
    QQuickItem at[2];
    std::vector<SpokenItem> before{item(at[0], {u"one"_s}), item(at[1], {u"two"_s})};
    std::vector<SpokenItem> now = before;
    before[1].shown = false;
    now[0].shown = false;
    EXPECT_EQ(firsts(readChanges(before, now, false)), QStringList{u"two"_s});
    EXPECT_TRUE(readChanges(before, now, true).empty());
}

TEST(PageReading, whatChangesByItselfAndAButtonGoneOffAreNoNews)
{
    QQuickItem at[2];
    const std::vector<SpokenItem> before{item(at[0], {u"spring"_s}), item(at[1], {u"Print"_s})};
    std::vector<SpokenItem> now{item(at[0], {u"summer"_s}), item(at[1], {u"Print"_s, u"Not possible now."_s})};
    now[0].passing = true;
    now[1].control = true;
    now[1].enabled = false;
    EXPECT_TRUE(readChanges(before, now, false).empty());
}
