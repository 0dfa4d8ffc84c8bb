// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/target_check.h"

#include "programs/porchlight-tour/choice_check.h"
#include "unit/programs/scene.h"

using namespace porchlight::programs;

namespace {

const QSizeF large(268, 476);
const QSizeF small(152, 91);

QStringList faultsOn(const char *qml, const QSizeF &screenMm = large)
{
    const Scene scene(qml);
    return targetFaults(scene.sight, pixelsPerMm, targetFloors(screenMm));
}

QStringList choicesOn(int count)
{
    const Scene scene("Column { spacing: 10; Repeater { model: " + QByteArray::number(count) +
                      "; BigButton { property bool choice: true; width: 300; height: 50; label: 'One' } } }");
    return choiceFaults(scene.sight);
}

} // namespace

TEST(Targets, AreAsLargeAsAFinger)
{
    expectNone(faultsOn("BigButton { width: 200; height: Theme.touchTarget; label: 'Well' }"));
    expectOne(faultsOn("BigButton { width: 200; height: 70; label: 'Low' }"), "\"Low\" is 49.63 x 17.37 mm, below 20");
    expectOne(faultsOn("BigButton { width: 70; height: 200; label: 'Narrow' }"), "\"Narrow\"");
}

TEST(Targets, MayBeSmallerOnASmallScreen)
{
    expectNone(faultsOn("BigButton { width: 200; height: 52; label: 'Well' }", small));
    expectOne(faultsOn("BigButton { width: 200; height: 48; label: 'Low' }", small), "below 12.7");
}

TEST(Targets, StandApart)
{
    expectNone(faultsOn("Row { spacing: 13; BigButton { width: 100; height: 100; label: 'A' }"
                        "  BigButton { width: 100; height: 100; label: 'B' } }"));
    expectOne(faultsOn("Row { spacing: 9; BigButton { width: 100; height: 100; label: 'A' }"
                       "  BigButton { width: 100; height: 100; label: 'B' } }"),
              "\"A\" and \"B\" are 2.23 mm apart, below 3");
    expectOne(faultsOn("BigButton { width: 200; height: 200; label: 'Below' }"
                       "BigButton { x: 50; y: 50; width: 90; height: 90; label: 'Above' }"),
              "apart, below 3");
}

TEST(Targets, CutByTheEdgeOfTheirPageAreSmall)
{
    expectOne(
        faultsOn("Item { clip: true; width: 300; height: 70; BigButton { width: 200; height: 100; label: 'Cut' } }"),
        "\"Cut\"");
    // A tall one is whole enough where the page is turned to its other piece.
    expectNone(
        faultsOn("Item { clip: true; width: 300; height: 70; BigButton { width: 200; height: 300; label: 'Tall' } }"));
}

TEST(Choices, AreSixAtMost)
{
    expectNone(choicesOn(6));
    expectOne(choicesOn(7), "there are 7 choices");
}
