// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/visitor.h"

#include <QMetaEnum>

#include <algorithm>
#include <array>

namespace porchlight::screen {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using print::PrintState;

print::PrintState Visitor::anyState()
{
    constexpr std::array states{PrintState::GettingReady, PrintState::Printing,  PrintState::Printed,
                                PrintState::OutOfPaper,   PrintState::CoverOpen, PrintState::NotReachable,
                                PrintState::Failed};
    return states[static_cast<std::size_t>(below(states.size()))];
}

void Visitor::wander()
{
    m_screen.printerIs(anyState());
    if (below(10) == 0) {
        say(u"pages slide"_s);
        m_screen.setMotion(true);
    }
    if (below(10) > 0) {
        const auto &languages = m_screen.kiosk().edition()->languages;
        const QString name = QString::fromStdString(
            languages[static_cast<std::size_t>(below(static_cast<int>(languages.size())))].ownName);
        for (const Control &control : controlsOn(m_screen.window()))
            if (control.name == name) {
                tap(control);
                m_screen.turn(30ms);
                break;
            }
    }
    for (int left = 4 + below(20); left > 0; --left) {
        step();
        pause();
        look();
    }
}

void Visitor::step()
{
    const int dice = below(100);
    if (dice < 80)
        tapAnything();
    else if (dice < 90)
        pressKeys();
    else if (dice < 95)
        slipOff();
    else {
        const std::chrono::seconds time{5 + below(70)};
        say(u"%1 s pass"_s.arg(time.count()));
        m_screen.timePasses(time);
    }
}

void Visitor::tapAnything()
{
    QList<Control> controls = controlsOn(m_screen.window());
    // The bar is half of what there is on a page, and leads away from it.
    if (below(4) > 0 && !isCovered()) {
        const auto isBar = [](const Control &control) {
            const std::array bar{"back", "home", "language", "display", "clear"};
            return std::any_of(bar.begin(), bar.end(),
                               [&](const char *sign) { return control.sign == QLatin1StringView(sign); });
        };
        QList<Control> page = controls;
        page.removeIf(isBar);
        if (!page.isEmpty())
            controls = page;
    }
    if (!controls.isEmpty())
        tap(controls[below(static_cast<int>(controls.size()))]);
}

void Visitor::tap(const Control &control)
{
    const int way = below(4);
    say(u"%1: %2 \"%3\""_s.arg(m_screen.visit().page(), way == 0 ? u"tap at once on"_s : u"tap"_s, control.name));
    m_screen.fingerDown(control.middle);
    if (way > 0)
        m_screen.turn(6ms);
    m_screen.fingerUp(control.middle);
}

void Visitor::pressKeys()
{
    constexpr std::array keys{Qt::Key_Enter, Qt::Key_Space, Qt::Key_Up,    Qt::Key_Down,  Qt::Key_PageDown,
                              Qt::Key_Enter, Qt::Key_Space, Qt::Key_Shift, Qt::Key_Escape};
    const int tabs = below(5);
    for (int left = tabs; left > 0; --left)
        m_screen.key(Qt::Key_Tab);
    const Qt::Key key = keys[static_cast<std::size_t>(below(keys.size()))];
    say(u"%1: Tab x %2, %3"_s.arg(m_screen.visit().page())
            .arg(tabs)
            .arg(QLatin1StringView(QMetaEnum::fromType<Qt::Key>().valueToKey(key))));
    m_screen.key(key);
}

/// A finger that goes down on one thing and up on another presses neither.
void Visitor::slipOff()
{
    const QList<Control> controls = controlsOn(m_screen.window());
    if (controls.size() < 2)
        return;
    const Control &from = controls[below(static_cast<int>(controls.size()))];
    say(u"%1: slip off \"%2\""_s.arg(m_screen.visit().page(), from.name));
    m_screen.fingerDown(from.middle);
    m_screen.turn(6ms);
    m_screen.fingerUp(controls[below(static_cast<int>(controls.size()))].middle);
}

void Visitor::pause()
{
    constexpr std::array pauses{0ms, 8ms, 8ms, 8ms, 30ms};
    if (const auto time = pauses[static_cast<std::size_t>(below(pauses.size()))]; time > 0ms)
        m_screen.turn(time);
}

void Visitor::look()
{
    ++m_seen[isCovered() ? u"cover"_s : m_screen.visit().asking() ? u"idle"_s : m_screen.visit().page()];
    if (const auto state = m_screen.kiosk().slip().state(); state != viewmodels::SlipPage::Choosing)
        ++m_seen[u"print: "_s +
                 QLatin1StringView(QMetaEnum::fromType<viewmodels::SlipPage::State>().valueToKey(state))];
}

bool Visitor::isCovered() const
{
    return m_screen.visit().covered() || m_screen.visit().page() == u"cover"_s;
}

bool Visitor::isOnFirstPage() const
{
    return !m_screen.visit().covered() && m_screen.visit().page() == u"languages"_s && !m_screen.visit().canGoBack();
}

/// Among pages, with nothing above them, in whatever language this is.
void Visitor::beSomewhere()
{
    if (isCovered() || m_screen.visit().asking())
        m_screen.visit().startAgain();
    if (!isOnFirstPage())
        return;
    m_screen.visit().touched();
    m_screen.visit().chooseLanguage(below(2) == 0 ? u"en"_s : u"ar"_s);
    programs::waitFor([this] { return !isOnFirstPage(); });
}

void Visitor::begin(Amid amid)
{
    viewmodels::SlipPage &slip = m_screen.kiosk().slip();
    if (amid != Amid::Nothing)
        beSomewhere();
    // For a while after the question or the cover has gone, the second knock of a double tap is swallowed: not now.
    m_screen.setMotion(false);
    m_screen.turn(2ms);
    switch (amid) {
    case Amid::Nothing:
        break;
    case Amid::Print:
        say(u"print"_s);
        m_screen.printerIs(below(2) == 0   ? anyState()
                           : below(2) == 0 ? PrintState::GettingReady
                                           : PrintState::Printing);
        m_screen.visit().open(u"slip"_s);
        if (!slip.canPrint() && !slip.lines()->rows().empty())
            slip.toggle(slip.lines()->rows().front().key);
        slip.print();
        m_screen.visit().open(u"print"_s);
        m_screen.turn(std::chrono::milliseconds{below(15)});
        break;
    case Amid::Language:
        say(u"choose a language, and"_s);
        m_screen.visit().chooseLanguage(m_screen.visit().language() == u"es"_s ? u"my"_s : u"es"_s);
        if (const int wait = below(12); wait > 0)
            m_screen.turn(std::chrono::milliseconds{wait});
        break;
    case Amid::Slide:
        say(u"open a page that slides"_s);
        m_screen.setMotion(true);
        m_screen.visit().open(below(2) == 0 ? u"numbers"_s : u"display"_s);
        m_screen.turn(std::chrono::milliseconds{below(60)});
        break;
    }
    look();
}

bool Visitor::end()
{
    const auto how = static_cast<How>(below(5));
    begin(static_cast<Amid>(below(4)));
    if (m_screen.visit().page() == u"cover"_s && !m_screen.visit().covered() && how == How::Finger)
        m_screen.visit().back(); // the opening hours have no bar
    switch (how) {
    case How::Finger: {
        if (m_screen.visit().asking())
            m_screen.visit().moreTime();
        const QList<Control> controls = controlsOn(m_screen.window());
        const auto clear =
            std::find_if(controls.begin(), controls.end(), [](const Control &one) { return one.sign == u"clear"_s; });
        if (clear == controls.end()) { // the cover stands there already, and may have been turned
            leaveCover();
            return false;
        }
        say(u"Clear screen by finger"_s);
        m_screen.tap(clear->middle);
        break;
    }
    case How::Escape:
        say(u"Clear screen by Escape"_s);
        m_screen.key(Qt::Key_Escape);
        break;
    case How::Shifts:
        say(u"Clear screen by three Shifts"_s);
        m_screen.key(Qt::Key_F1); // what was pressed before does not count
        for (int times = 0; times < 3; ++times)
            m_screen.key(Qt::Key_Shift);
        break;
    case How::NobodyAnswers:
        say(u"nobody answers"_s);
        waitForTheEnd();
        break;
    case How::StartAgain:
        waitForTheQuestion();
        if (m_screen.visit().asking()) {
            m_screen.setMotion(false); // else the second knock of a double tap is swallowed for a while
            m_screen.turn(8ms);
            const QList<Control> answers = controlsOn(m_screen.window());
            say(u"\"%1\""_s.arg(answers.last().name));
            m_screen.tap(answers.last().middle);
        } else {
            waitForTheEnd();
        }
        break;
    }
    return m_screen.visit().covered();
}

void Visitor::waitForTheQuestion()
{
    m_screen.key(Qt::Key_F1); // a sign of life: also the first page is left then
    for (int left = 40; left > 0 && !m_screen.visit().asking() && !isOnFirstPage(); --left)
        m_screen.timePasses(10s);
}

void Visitor::waitForTheEnd()
{
    waitForTheQuestion();
    // On the first page there is nothing to ask for, but what is chosen there has an end too.
    for (int left = 40; left > 0; --left)
        m_screen.timePasses(10s);
}

void Visitor::leaveCover()
{
    if (below(3) == 0) {
        say(u"the cover gives way"_s);
        waitForTheEnd();
        return;
    }
    for (const Control &control : controlsOn(m_screen.window())) {
        say(u"cover: tap \"%1\""_s.arg(control.name));
        m_screen.tap(control.middle);
    }
}

} // namespace porchlight::screen
