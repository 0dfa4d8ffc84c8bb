// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/place.h"

#include <algorithm>

namespace porchlight::visit {

namespace {

bool isAside(Page page)
{
    return page == Page::Display || page == Page::Listen || page == Page::About;
}

} // namespace

void Trail::open(Place place)
{
    if (isAside(here().page) && m_places.size() > 1)
        m_places.pop_back();
    // Walking in circles (topic, number, topic ...) must not grow the way back.
    const auto known = std::find(m_places.begin(), m_places.end(), place);
    if (known != m_places.end()) {
        m_places.erase(known + 1, m_places.end());
        return;
    }
    m_places.push_back(std::move(place));
}

void Trail::back()
{
    if (canGoBack())
        m_places.pop_back();
}

void Trail::home()
{
    reset();
    open({Page::Home, {}});
}

void Trail::reset()
{
    // A new vector, so that the keys of this visit do not stay in spare capacity.
    m_places = std::vector<Place>{Place{}};
}

} // namespace porchlight::visit
