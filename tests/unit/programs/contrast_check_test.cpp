// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/contrast_check.h"
#include "unit/programs/scene.h"

using namespace porchlight::programs;

namespace {

QStringList faultsOn(const char *qml, Look look = Look::Light)
{
    const Scene scene(qml);
    return contrastFaults(scene.sight, scene.picture, pixelsPerMm, contrastFloors(look));
}

} // namespace

TEST(Contrast, IsThatOfWcag)
{
    EXPECT_DOUBLE_EQ(contrastOf(qRgb(0, 0, 0), qRgb(255, 255, 255)), 21);
    EXPECT_DOUBLE_EQ(contrastOf(qRgb(255, 255, 255), qRgb(0, 0, 0)), 21);
    EXPECT_DOUBLE_EQ(contrastOf(qRgb(9, 9, 9), qRgb(9, 9, 9)), 1);
    EXPECT_NEAR(contrastOf(qRgb(0x76, 0x76, 0x76), qRgb(255, 255, 255)), 4.54, 0.01);
}

TEST(Contrast, InkOnPaperIsWell)
{
    expectNone(faultsOn("BodyText { x: 20; y: 20; width: 400; text: 'Dark words on paper' }"));
}

TEST(Contrast, PaleTextIsFound)
{
    expectOne(faultsOn("BodyText { x: 20; y: 20; width: 400; text: 'Pale'; color: '#777777' }"),
              "\"Pale\" has a contrast of");
}

TEST(Contrast, EachLookHasItsFloor)
{
    const char *grey = "BodyText { x: 20; y: 20; width: 400; text: 'Grey'; color: '#4a4a4a' }";
    expectOne(faultsOn(grey, Look::Light), "below 10");
    expectNone(faultsOn(grey, Look::Dark));
    expectOne(faultsOn("BodyText { x: 20; y: 20; width: 400; text: 'Ink' }", Look::Contrast), "below 20");
}

TEST(Contrast, TheGroundIsTakenFromThePicture)
{
    // No theme colour tells of it: a dark patch that happens to lie below.
    expectOne(faultsOn("Rectangle { width: 500; height: 200; color: '#333333' }"
                       "BodyText { x: 20; y: 20; width: 400; text: 'In the dark' }"),
              "\"In the dark\"");
}

TEST(Contrast, ATextHalfOverADrawingIsFound)
{
    expectOne(faultsOn("Rectangle { width: 120; height: 200; color: '#7a3030' }"
                       "BodyText { x: 20; y: 20; width: 400; text: 'From the dark into the light' }"),
              "\"From the dark");
}

TEST(Contrast, OpacityUpTheChainCounts)
{
    expectOne(faultsOn("Item { opacity: 0.6; BodyText { x: 20; y: 20; width: 400; text: 'Veiled' } }"), "\"Veiled\"");
}

TEST(Contrast, WhatIsCoveredIsNotJudged)
{
    expectNone(faultsOn("BodyText { x: 20; y: 20; width: 400; text: 'Pale'; color: '#cccccc' }"
                        "Rectangle { anchors.fill: parent; color: Theme.pageColor }"));
}

TEST(Contrast, WhatIsOffAndTheRibbonNeedLess)
{
    expectNone(faultsOn("BodyText { x: 20; y: 20; width: 400; enabled: false; text: 'Off'; color: '#666666' }"));
    expectOne(faultsOn("BodyText { x: 20; y: 20; width: 400; enabled: false; text: 'Off'; color: '#999999' }"),
              "below 4.5");
    expectOne(faultsOn("DemonstrationRibbon { width: 500; height: 60; text: 'Ribbon'; color: '#705020' }"),
              "below 4.5");
}

TEST(Contrast, AnEdgeThatNobodySeesIsFound)
{
    const char *button =
        "Pressable { x: 50; y: 50; width: 200; height: 100; label: 'Edge';"
        "  Rectangle { anchors.fill: parent; color: Theme.cardColor; border.width: 2; border.color: %1 } }";
    const auto with = [&](const char *colour) { return QByteArray(button).replace("%1", colour); };
    expectNone(faultsOn(with("Theme.edgeColor")));
    expectOne(faultsOn(with("'#e9dfc9'")), "the edge of \"Edge\"");
}

TEST(Contrast, AnEdgeOnOneSideOnlyIsNotEnough)
{
    expectOne(faultsOn("Pressable { x: 50; y: 50; width: 200; height: 100; label: 'Line';"
                       "  Rectangle { width: 200; height: 3; color: 'black' } }"),
              "the edge of \"Line\"");
}

TEST(Contrast, AFillIsAnEdgeToo)
{
    expectNone(faultsOn("Pressable { x: 50; y: 50; width: 200; height: 100; label: 'Fill';"
                        "  Rectangle { anchors.fill: parent; color: Theme.accentColor } }"));
}

TEST(Contrast, APaleSignIsFound)
{
    expectNone(faultsOn("Icon { x: 50; y: 50; sign: 'home'; color: Theme.inkColor }"));
    expectOne(faultsOn("Icon { x: 50; y: 50; sign: 'home'; color: '#cfc5b0' }"), "the sign icons/home");
}
