// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/visit.h"

#include <algorithm>

namespace porchlight::visit {

bool Visit::isFresh() const
{
    return here() == Place{} && m_language == m_defaultLanguage && m_idle.state() == Idle::State::Resting;
}

void Visit::openSensitive(Place place)
{
    if (m_explained) {
        open(std::move(place));
        return;
    }
    m_explained = true;
    m_next = std::move(place);
    open({Page::About, "before"});
}

void Visit::goOn()
{
    if (here() == Place{Page::About, "before"})
        open(m_next);
}

void Visit::chooseLanguage(std::string tag)
{
    m_language = std::move(tag);
    if (here().page == Page::Card || (here().page == Page::Languages && !canGoBack()))
        home();
    else if (here().page == Page::Languages)
        back();
}

void Visit::setTextSize(int size)
{
    m_textSize = std::clamp(size, 1, largestTextSize);
}

void Visit::setSpeechSpeed(int step)
{
    m_speechSpeed = std::clamp(step, 1, speechSteps);
}

void Visit::setSpeechVolume(int step)
{
    m_speechVolume = std::clamp(step, 1, speechSteps);
}

void Visit::setDefaultLanguage(std::string tag)
{
    if (m_language == m_defaultLanguage)
        m_language = tag;
    m_defaultLanguage = std::move(tag);
}

void Visit::clear()
{
    end();
    m_covered = true;
}

void Visit::end()
{
    // Everything a visitor could have changed, given back to its default in one place.
    m_trail.reset();
    m_language = m_defaultLanguage;
    m_textSize = defaultTextSize;
    m_look = Look::Light;
    m_reach = false;
    m_speechSpeed = defaultSpeechSpeed;
    m_speechVolume = defaultSpeechVolume;
    m_speaksAloud = false;
    m_covered = false;
    m_explained = false;
    m_next = Place{};
    m_idle.rest();
    m_slip = SlipChoice{};
}

} // namespace porchlight::visit
