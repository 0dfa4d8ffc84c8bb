// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/walk.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

bool waitFor(const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(20'000))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

bool goTo(const Stop &stop, const ScriptedKiosk &on)
{
    viewmodels::Kiosk &kiosk = on.kiosk.kiosk();
    viewmodels::VisitView &visit = kiosk.view();
    viewmodels::SlipPage &slip = kiosk.slip();
    if (stop.then == Stop::Then::ChooseLines || stop.then == Stop::Then::ChooseCode || stop.then == Stop::Then::Print) {
        const auto &rows = slip.lines()->rows();
        for (std::size_t at = 0; at < rows.size() && at < 3; ++at)
            slip.toggle(rows[at].key);
    }
    if (stop.then == Stop::Then::ChooseCode) {
        slip.chooseDesign(u"full"_s);
        slip.toggleCode();
    }
    slip.take({stop.readiness, false, std::nullopt});
    if (stop.then == Stop::Then::StartAgain)
        visit.startAgain();
    else if (stop.page != u"home"_s)
        visit.open(stop.page, stop.key);
    if (visit.page() == u"about"_s && stop.page != u"about"_s)
        visit.goOn();
    if (stop.then == Stop::Then::ChooseCode && stop.page == u"large"_s)
        kiosk.large().showCode();
    if (stop.then == Stop::Then::Print) {
        on.printState = stop.printState;
        slip.print();
        if (stop.printState != print::PrintState::GettingReady &&
            !waitFor([&] { return slip.state() != viewmodels::SlipPage::GettingReady; }))
            return false;
    }
    if (stop.then == Stop::Then::Wait) {
        while (!visit.asking() && visit.page() == stop.page) {
            on.clock.advance(visit::Idle::shortest / 3);
            visit.timePassed();
        }
    }
    if (stop.then == Stop::Then::ClearScreen)
        visit.clearScreen();
    return true;
}

} // namespace porchlight::programs
