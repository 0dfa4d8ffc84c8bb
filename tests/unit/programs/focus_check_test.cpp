// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/focus_check.h"
#include "unit/programs/scene.h"

using namespace porchlight::programs;

namespace {

QStringList faultsOn(const char *qml, bool rightToLeft = false, bool rings = false)
{
    Scene scene(qml);
    FocusRules rules;
    rules.rightToLeft = rightToLeft;
    rules.rings = rings;
    rules.pixelsPerMm = pixelsPerMm;
    return focusFaults(scene.window(), rules);
}

constexpr auto twoRows =
    "Grid { columns: 2; spacing: 20; BigButton { width: 200; label: 'A' } BigButton { width: 200; label: 'B' }"
    "  BigButton { width: 200; label: 'C' } BigButton { width: 200; label: 'D' } }";

} // namespace

TEST(Focus, GoesByRowsAndBack)
{
    expectNone(faultsOn(twoRows));
}

TEST(Focus, IsMirroredFromRightToLeft)
{
    const QByteArray mirrored = "Item { anchors.fill: parent; LayoutMirroring.enabled: true;"
                                "  LayoutMirroring.childrenInherit: true; " +
                                QByteArray(twoRows) + "}";
    expectNone(faultsOn(mirrored, true));
    EXPECT_FALSE(faultsOn(mirrored, false).isEmpty());
}

TEST(Focus, PassesOverWhatIsOff)
{
    expectNone(
        faultsOn("Column { spacing: 20; BigButton { width: 200; label: 'A' }"
                 "  BigButton { width: 200; label: 'Off'; enabled: false } BigButton { width: 200; label: 'B' } }"));
}

TEST(Focus, AgainstTheOrderOfReadingIsFound)
{
    expectOne(faultsOn("BigButton { y: 200; width: 200; label: 'Second' } BigButton { width: 200; label: 'First' }"),
              "\"Second\" to \"First\", against the order of reading");
    EXPECT_FALSE(faultsOn("Grid { flow: Grid.TopToBottom; rows: 2; spacing: 20; BigButton { width: 200; label: 'A' }"
                          "  BigButton { width: 200; label: 'B' } BigButton { width: 200; label: 'C' } }")
                     .isEmpty());
}

TEST(Focus, ReadsASecondColumnAfterTheFirst)
{
    expectNone(faultsOn("Row { spacing: 20; Column { spacing: 20; BigButton { width: 200; label: 'A' }"
                        "  BigButton { width: 200; label: 'B' } } Column { BigButton { width: 200; label: 'C' } } }"));
}

TEST(Focus, WhatTabPassesOverIsFound)
{
    expectOne(faultsOn("Column { spacing: 20; BigButton { width: 200; label: 'A' }"
                       "  BigButton { width: 200; label: 'Lost'; activeFocusOnTab: false } }"),
              "\"Lost\" is never reached by Tab");
}

TEST(Focus, ATrapIsFound)
{
    expectOne(faultsOn("Column { spacing: 20; BigButton { width: 200; label: 'A' }"
                       "  BigButton { id: b; width: 200; label: 'B' }"
                       "  BigButton { width: 200; label: 'C'; KeyNavigation.tab: b } }"),
              "Tab is trapped: it comes back to \"B\"");
}

TEST(Focus, AnotherWayBackIsFound)
{
    expectOne(faultsOn("Column { spacing: 20; BigButton { id: a; width: 200; label: 'A'; KeyNavigation.tab: b } "
                       "BigButton { id: b; width: 200; label: 'B' }"
                       "  BigButton { width: 200; label: 'C'; KeyNavigation.backtab: a } }"),
              "Shift-Tab is not the way back");
}

TEST(Focus, OnWhatIsNotShownIsFound)
{
    expectOne(faultsOn("BigButton { width: 200; label: 'A' }"
                       "Item { y: 200; width: 500; height: 100; clip: true; BigButton { y: 90; width: 200; height: 90; "
                       "label: 'B' } }"),
              "\"B\" has the keys and is not shown");
}

TEST(Focus, HasARingThatIsSeenAllAround)
{
    expectNone(faultsOn("BigButton { x: 100; y: 100; width: 200; label: 'A' }", false, true));
}

TEST(Focus, ARingThatIsMissingPaleOrCutIsFound)
{
    const char *plain = "Pressable { x: 100; y: 100; width: 200; height: 100; label: 'A'; %1 }";
    const auto with = [&](const char *ring) { return faultsOn(QByteArray(plain).replace("%1", ring), false, true); };
    EXPECT_EQ(with("").size(), 4);
    EXPECT_EQ(with("Rectangle { anchors.fill: parent; anchors.margins: -6; border.width: 4; border.color: '#d8cfb8';"
                   "  color: 'transparent'; visible: parent.ringShown }")
                  .size(),
              4);
    EXPECT_EQ(with("Rectangle { anchors.fill: parent; anchors.margins: -6; border.width: 1; border.color: 'black';"
                   "  color: 'transparent'; visible: parent.ringShown }")
                  .size(),
              4);
    expectOne(
        faultsOn("Item { x: 50; width: 400; height: 400; clip: true; BigButton { y: 100; width: 200; label: 'A' } }",
                 false, true),
        "left it");
}
