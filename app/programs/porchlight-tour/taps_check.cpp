// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/hand.h"
#include "programs/porchlight-tour/sight.h"
#include "programs/porchlight-tour/tour.h"
#include "programs/porchlight-tour/walk.h"

#include <QQuickWindow>

#include <algorithm>

namespace porchlight::programs {

using namespace Qt::StringLiterals;
using viewmodels::VisitView;

namespace {

constexpr int smallPanel = 500; ///< pixels high: 800 x 480

} // namespace

void Tour::countTaps(const QString &tag)
{
    viewmodels::Kiosk &kiosk = m_kiosk->kiosk();
    VisitView &visit = kiosk.view();
    const QString name = tag + u"-welcome"_s;
    const Hand hand(m_kiosk->window());
    int taps = 0;
    int turns = 0;
    // Finds a control by its words and presses it, turning the page to where it stands: each touch counts.
    const auto press = [&](const std::string &words) {
        for (;;) {
            m_kiosk->window()->grabWindow(); // lays the page out
            for (const Thing &control : lookAt(m_kiosk->window()).controls) {
                if (control.isSeen() && control.words == QString::fromStdString(words)) {
                    ++taps;
                    hand.press(control.item);
                    Hand::settle();
                    return true;
                }
            }
            if (!hand.more())
                break;
            ++turns;
        }
        blame(name, {u"there is no \"%1\" to touch on the way to a number"_s.arg(QString::fromStdString(words))});
        return false;
    };
    const auto showsNumber = [&] {
        m_kiosk->window()->grabWindow();
        const std::vector<Thing> texts = lookAt(m_kiosk->window()).texts;
        return std::any_of(texts.begin(), texts.end(),
                           [](const Thing &text) { return text.isSeen() && isOfType(text.item, "PhoneNumber"); });
    };

    visit.startAgain();
    Hand::settle();
    const auto &languages = kiosk.edition()->languages;
    const auto language = std::find_if(languages.begin(), languages.end(), [&](const content::Language &one) {
        return QString::fromStdString(one.tag) == tag;
    });
    if (language == languages.end() || !press(language->ownName))
        return;
    // 21 names that a finger can tell apart do not fit on a panel of 7 inches: turning their list is not counted there.
    if (m_kiosk->window()->height() < smallPanel)
        turns = 0;
    const bool opened = waitFor([&] {
        return visit.page() == u"card"_s || (visit.page() == u"home"_s && visit.language() == tag &&
                                             kiosk.edition()->extent == content::Extent::Whole);
    });
    Hand::settle();
    if (!opened) {
        blame(name, {u"touching the language opens no page"_s});
        return;
    }
    if (visit.page() == u"home"_s) {
        const auto &tiles = kiosk.edition()->tiles;
        const auto talk = std::find_if(tiles.begin(), tiles.end(), [](const content::Tile &tile) {
            return tile.opens == content::Tile::Opens::Numbers && !tile.small;
        });
        if (talk == tiles.end() || !press(talk->title))
            return;
    }
    while (!showsNumber() && hand.more())
        ++turns;
    constexpr int mostTaps = 2;
    if (!showsNumber())
        blame(name, {u"no number is shown where \"Talk to someone\" leads"_s});
    else if (taps + turns > mostTaps)
        blame(name, {u"a number to call is %1 taps away, %2 of them to turn a page, more than %3"_s.arg(taps + turns)
                         .arg(turns)
                         .arg(mostTaps)});
}

} // namespace porchlight::programs
