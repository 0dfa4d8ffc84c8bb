// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace porchlight::visit {

enum class Page {
    Languages,
    Home,
    Topics,
    Topic,
    Numbers,
    Contact,
    Large,
    Slip,
    Print,
    Display,
    About,
    Card,
    Cover,
    ShowCard,
    Listen,
    Film
};

/// Where a visitor is: a page, and what it is about (a tile, topic, contact or channel id; empty where it needs none).
/// The languages opened from the bar carry the key "switch", so that they are another place than the first page.
struct Place {
    Page page = Page::Languages;
    std::string key;
    bool operator==(const Place &) const = default;
};

/// The way that led here, so that Back leads out by the same doors. Never empty: it begins at the languages.
class Trail {
public:
    [[nodiscard]] const Place &here() const { return m_places.back(); }
    /// Where Back leads; at the beginning it leads nowhere.
    [[nodiscard]] const Place &behind() const { return canGoBack() ? m_places[m_places.size() - 2] : here(); }
    [[nodiscard]] bool canGoBack() const { return m_places.size() > 1; }
    /// Goes on to a place. The same place twice is one step, and Display, Listen and About never stand on the way back.
    void open(Place place);
    void back();
    /// Back to the tiles in one step; the languages stay behind them.
    void home();
    void reset();

private:
    std::vector<Place> m_places{Place{}};
};

} // namespace porchlight::visit
