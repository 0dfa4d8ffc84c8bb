// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/capital_check.h"
#include "unit/programs/scene.h"

using namespace porchlight::programs;

namespace {

const QSizeF large(268, 476);

QStringList faultsOn(const char *qml, int textSize = 2)
{
    const Scene scene(qml);
    return capitalFaults(scene.sight, pixelsPerMm, capitalFloors(textSize, large));
}

QStringList bodyOf(const char *qml, int textSize = 2)
{
    const Scene scene(qml);
    return bodyFaults(scene.sight, pixelsPerMm, capitalFloors(textSize, large));
}

} // namespace

TEST(Capitals, OfTheThemeAreHighEnough)
{
    expectNone(faultsOn("BodyText { width: 400; text: 'Body' } SupportText { y: 100; width: 400; text: 'Support' }"));
}

TEST(Capitals, ThatAreLowAreFound)
{
    expectOne(faultsOn("BodyText { width: 400; text: 'Fine print'; font.pixelSize: 22 }"),
              "\"Fine print\" has capitals of");
    expectNone(faultsOn("BodyText { width: 400; text: 'Fine print'; font.pixelSize: 22 }", 1));
    expectOne(faultsOn("BodyText { width: 400; text: 'Finer print'; font.pixelSize: 17 }", 1), "below 3.5");
}

TEST(Capitals, AreMeasuredWhereTheTextWasMadeToFit)
{
    expectOne(faultsOn("PhoneNumber { width: 110; minimumPixelSize: 5; value: '1-800-799-7233' }"), "1-800-799-7233");
}

TEST(Capitals, OfABarMayBeLower)
{
    expectNone(faultsOn("BarButton { width: 130; height: 100; sign: 'home'; label: 'A long word' }"));
    expectNone(
        faultsOn("LanguageButton { width: 150; height: 100; family: Theme.latinFamily; label: 'Kreyòl ayisyen' }"));
    expectOne(faultsOn("DemonstrationRibbon { width: 60; height: 28; text: 'Demonstration' }"), "below 2.4");
}

TEST(Capitals, OfThePageAreThoseOfItsTextSize)
{
    const char *page = "BodyText { width: 400; text: 'Most of the page is set in this size of text.' }"
                       "TitleText { y: 200; width: 400; text: 'Title' }";
    expectNone(bodyOf(page));
    expectOne(bodyOf(page, 3), "not 6.4 to 7.1");
}
