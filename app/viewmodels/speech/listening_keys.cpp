// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one who listens does: steps, pauses, louder and slower; and how a key breaks speech off.
#include "viewmodels/speech/listening.h"

#include <QEvent>

#include <algorithm>
#include <array>

namespace porchlight::viewmodels {

namespace {

constexpr std::array<double, visit::Visit::speechSteps> speeds{0.5, 0.67, 0.8, 1, 1.25, 1.6, 2};
constexpr double decibelsPerStep = 3;

} // namespace

bool Listening::eventFilter(QObject * /*watched*/, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        interrupt();
        // After the key has been heard: it may have been the one for a pause.
        QMetaObject::invokeMethod(this, &Listening::drop, Qt::QueuedConnection);
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        interrupt();
        break;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        QMetaObject::invokeMethod(this, &Listening::drop, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return false;
}

void Listening::interrupt()
{
    if (!speaking())
        return;
    m_interrupted = true;
    m_narrator.pause();
}

void Listening::drop()
{
    if (!std::exchange(m_interrupted, false))
        return;
    m_brokenOff = m_narrator.line();
    m_later.clear();
    m_narrator.stop();
    endFilm(); // the film goes on; what was being said of it is lost
    Q_EMIT changed();
}

int Listening::beginOfText(int line) const
{
    const auto itemAt = [this](int at) { return m_said[static_cast<std::size_t>(at)].item; };
    while (line > 0 && itemAt(line) && itemAt(line - 1) == itemAt(line))
        --line;
    return line;
}

void Listening::again()
{
    if (!active())
        return;
    m_interrupted = false;
    const int line = m_narrator.line() >= 0 ? m_narrator.line() : std::exchange(m_brokenOff, -1);
    if (m_said.empty())
        m_where.clear(); // the page is read anew
    else
        m_narrator.sayFrom(line >= 0 ? beginOfText(line) : 0);
    lookSoon();
}

void Listening::pause()
{
    m_interrupted = false; // it has been the key for it
    m_narrator.pause();
    Q_EMIT changed();
}

void Listening::goOn()
{
    m_interrupted = false;
    if (m_narrator.isPaused())
        m_narrator.resume();
    else if (!speaking())
        again();
    Q_EMIT changed();
}

void Listening::setSpeed(int step)
{
    m_visit.setSpeechSpeed(step);
    soundIsSet();
}

void Listening::setVolume(int step)
{
    m_visit.setSpeechVolume(step);
    soundIsSet();
}

void Listening::soundIsSet()
{
    if (m_output) {
        m_output->setSpeed(speeds[static_cast<std::size_t>(speed() - 1)]);
        m_output->setVolume((volume() - visit::Visit::defaultSpeechVolume) * decibelsPerStep);
    }
    if (std::exchange(m_interrupted, false))
        m_narrator.resume();
    else if (active() && !speaking() && !paused() && !m_said.empty())
        m_narrator.sayFrom(beginOfText(static_cast<int>(m_said.size()) - 1)); // so that one hears how it is now
    Q_EMIT changed();
}

void Listening::step(int by)
{
    if (!active() || !m_window)
        return;
    m_items = readScreen(m_window->contentItem(), context()).items;
    m_where = whereWeAre();
    std::erase_if(m_items, [](const SpokenItem &item) { return !item.item; });
    std::vector<const SpokenItem *> stops;
    for (const SpokenItem &item : m_items) {
        if (!item.turning) // whoever goes step by step is turned along
            stops.push_back(&item);
    }
    if (stops.empty())
        return;
    const auto here =
        std::find_if(stops.begin(), stops.end(), [this](const SpokenItem *item) { return item->item == m_current; });
    const int count = static_cast<int>(stops.size());
    const int from = here != stops.end() ? static_cast<int>(here - stops.begin()) : by > 0 ? -1 : count;
    const SpokenItem stop = *stops[static_cast<std::size_t>((from + by + count) % count)];
    m_current = stop.item;
    m_stepping = true;
    bringIntoSight(stop);
    m_stepping = false;
    m_turned = true;
    const bool sayable = std::any_of(stop.lines.begin(), stop.lines.end(),
                                     [this](const playback::Line &line) { return m_voices.canSay(line); });
    sayItems({stop}, sayable || voiced() ? std::vector<Said>{} : noVoice());
    lookSoon();
}

void Listening::bringIntoSight(const SpokenItem &stop)
{
    if (stop.control && stop.enabled) {
        stop.item->forceActiveFocus(Qt::TabFocusReason); // a page turns to where the keys are
        return;
    }
    // The keys are with no control now: Enter must not press the last one.
    if (QQuickItem *focused = m_window->activeFocusItem(); focused && isOfType(focused, "Pressable"))
        focused->setFocus(false);
    for (QQuickItem *around = stop.item; around; around = around->parentItem()) {
        if (isOfType(around, "MoreScroller")) {
            around->setProperty("reading", QVariant::fromValue<QQuickItem *>(nullptr));
            around->setProperty("reading", QVariant::fromValue<QQuickItem *>(stop.item));
        }
    }
}

void Listening::focusMoved()
{
    QQuickItem *focused = m_window->activeFocusItem();
    if (!focused || m_stepping || !isOfType(focused, "Pressable"))
        return;
    // By Tab or an arrow. The page may have turned to it.
    m_items = readScreen(m_window->contentItem(), context()).items;
    const auto known =
        std::find_if(m_items.begin(), m_items.end(), [&](const SpokenItem &item) { return item.item == focused; });
    if (known == m_items.end() || whereWeAre() != m_where)
        return;
    m_current = focused;
    m_turned = true;
    sayItems({SpokenItem(*known)});
}

void Listening::choose()
{
    if (!active() || !m_current || !m_current->isVisible() || !m_current->isEnabled() ||
        !isOfType(m_current, "Pressable"))
        return;
    hush();
    QMetaObject::invokeMethod(m_current, "activated");
}

} // namespace porchlight::viewmodels
