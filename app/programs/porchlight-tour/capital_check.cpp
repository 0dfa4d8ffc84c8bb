// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/capital_check.h"

#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QJSValue>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <map>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

struct Exception {
    const char *within; ///< QML type
    double least;       ///< millimetres
    const char *why;
};

/// Texts that may be lower than the rest.
constexpr Exception exceptions[] = {
    {"BarButton", 2.4, "five long words stand side by side on every page; each has a sign, and is spoken"},
    {"DemonstrationRibbon", 2.4, "for those who set the kiosk up; not there in real use"},
    {"ChoiceButton", 3.5, "shows what the smallest size would look like"},
    {"LanguageButton", 3.0, "a name is found by its look, and one long name must stand beside two others"},
    {"Tile", 2.6,
     "on a panel of 7 inches the longest word of some languages is wider than a third of it; each has a sign"},
};

constexpr double rounded = 0.06; // millimetres: fonts come in whole pixels

double leastFor(const Thing &text, const CapitalFloors &floors)
{
    for (const Exception &exception : exceptions) {
        if (isWithin(text.item, exception.within))
            return std::min(exception.least, floors.least);
    }
    return floors.least;
}

/// What stands in a font's tables is not always what is drawn, and many fonts have no Latin letters and borrow them.
double drawnCapital(const QFont &font)
{
    static QHash<QString, double> known;
    const QString key = font.key();
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    QTextLayout layout(u"H"_s, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    double height = 0;
    for (const QGlyphRun &run : layout.glyphRuns()) {
        for (const quint32 glyph : run.glyphIndexes())
            height = std::max(height, run.rawFont().boundingRect(glyph).height());
    }
    return *known.insert(key, height);
}

} // namespace

double capitalPixels(const QQuickItem *text)
{
    auto font = text->property("font").value<QFont>();
    constexpr int fixedSize = 0; // QQuickText::FixedSize
    if (text->property("fontSizeMode").toInt() != fixedSize) {
        const int fitted = text->property("fontInfo").value<QJSValue>().property(u"pixelSize"_s).toInt();
        if (fitted > 0)
            font.setPixelSize(fitted);
    }
    return drawnCapital(font);
}

QStringList capitalFaults(const Sight &sight, double pixelsPerMm, const CapitalFloors &floors)
{
    QStringList faults;
    for (const Thing &text : sight.texts) {
        const double least = leastFor(text, floors);
        const double found = text.isSeen() ? capitalPixels(text.item) / pixelsPerMm : least;
        if (found < least - rounded)
            faults.append(
                u"\"%1\" has capitals of %2 mm, below %3"_s.arg(text.words.left(40)).arg(found, 0, 'f', 2).arg(least));
    }
    return faults;
}

QStringList bodyFaults(const Sight &sight, double pixelsPerMm, const CapitalFloors &floors)
{
    std::map<double, qsizetype> letters;
    for (const Thing &text : sight.texts) {
        const bool reading = isOfType(text.item, "BodyText") && !isOfType(text.item, "SupportText") &&
                             !text.item->property("heading").toBool();
        if (text.isSeen() && reading && !isWithin(text.item, "Pressable") &&
            !isWithin(text.item, "DemonstrationRibbon"))
            letters[capitalPixels(text.item)] += text.words.size();
    }
    if (letters.empty())
        return {};
    const auto most =
        std::max_element(letters.begin(), letters.end(), [](auto &a, auto &b) { return a.second < b.second; });
    const double found = most->first / pixelsPerMm;
    if (found >= floors.bodyFrom - rounded && found <= floors.bodyTo + rounded)
        return {};
    return {u"the text of the page has capitals of %1 mm, not %2 to %3"_s.arg(found, 0, 'f', 2)
                .arg(floors.bodyFrom)
                .arg(floors.bodyTo)};
}

} // namespace porchlight::programs
