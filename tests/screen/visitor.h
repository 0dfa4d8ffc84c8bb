// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen/controls.h"
#include "screen/screen.h"

#include <QMap>
#include <QStringList>

#include <random>

namespace porchlight::screen {

/// Somebody who does anything that can be done, as a seed says: the same seed does the same.
class Visitor {
public:
    Visitor(Screen &screen, unsigned seed) : m_screen(screen), m_dice(seed) {}

    /// A visit, without its end.
    void wander();
    /// Ends it in one of the ways there are. True: the cover stands there now.
    bool end();
    /// From the cover to the first page.
    void leaveCover();

    [[nodiscard]] const QStringList &steps() const { return m_steps; }
    /// Pages and states that were on the screen.
    [[nodiscard]] const QMap<QString, int> &seen() const { return m_seen; }

private:
    enum class How { Finger, Escape, Shifts, NobodyAnswers, StartAgain };
    enum class Amid { Nothing, Print, Language, Slide };

    int below(int limit) { return static_cast<int>(m_dice() % static_cast<unsigned>(limit)); }
    print::PrintState anyState();
    void step();
    void tapAnything();
    void pressKeys();
    void slipOff();
    void tap(const Control &control);
    void pause();
    void look();
    void say(const QString &step) { m_steps.append(step); }

    void beSomewhere();
    void begin(Amid amid);
    void waitForTheQuestion();
    void waitForTheEnd();
    [[nodiscard]] bool isOnFirstPage() const;
    [[nodiscard]] bool isCovered() const;

    Screen &m_screen;
    std::mt19937 m_dice;
    QStringList m_steps;
    QMap<QString, int> m_seen;
};

} // namespace porchlight::screen
