// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/idle.h"
#include "visit/place.h"
#include "visit/slip_choice.h"

#include <string>

namespace porchlight::visit {

enum class Look { Light, Dark, Contrast };

/// One visitor's visit. Lives in memory only: no file, no log, and nothing of it reaches the next visit.
/// Ends in one of three ways, all through `end`: Clear screen, Start again, or nobody answers.
class Visit {
public:
    static constexpr int defaultTextSize = 2;
    static constexpr int largestTextSize = 4;
    static constexpr int speechSteps = 7;         ///< of speed, and of volume
    static constexpr int defaultSpeechSpeed = 4;  ///< as recorded
    static constexpr int defaultSpeechVolume = 3; ///< 0 dB

    explicit Visit(std::string defaultLanguage) : m_defaultLanguage(std::move(defaultLanguage)) { end(); }

    [[nodiscard]] const Place &here() const { return m_trail.here(); }
    /// Where the visit goes on once a language is chosen, unless that leads home.
    [[nodiscard]] const Place &afterLanguage() const
    {
        return here().page == Page::Languages ? m_trail.behind() : here();
    }
    [[nodiscard]] bool canGoBack() const { return m_trail.canGoBack(); }
    [[nodiscard]] const std::string &language() const { return m_language; }
    [[nodiscard]] int textSize() const { return m_textSize; }
    [[nodiscard]] Look look() const { return m_look; }
    /// Reach mode: everything stands in the lower half of a tall screen.
    [[nodiscard]] bool reach() const { return m_reach; }
    [[nodiscard]] int speechSpeed() const { return m_speechSpeed; }
    [[nodiscard]] int speechVolume() const { return m_speechVolume; }
    /// The visitor has asked for the loudspeaker.
    [[nodiscard]] bool speaksAloud() const { return m_speaksAloud; }
    [[nodiscard]] bool covered() const { return m_covered; }
    [[nodiscard]] Idle &idle() { return m_idle; }
    [[nodiscard]] const Idle &idle() const { return m_idle; }
    [[nodiscard]] SlipChoice &slip() { return m_slip; }
    [[nodiscard]] const SlipChoice &slip() const { return m_slip; }
    /// True on the first page in its default state: the moment to take a new release.
    [[nodiscard]] bool isFresh() const;

    void open(Place place) { m_trail.open(std::move(place)); }
    /// As open, but the first time in a visit Clear screen is explained before; `goOn` leads to the place then.
    void openSensitive(Place place);
    void goOn();
    void back() { m_trail.back(); }
    void home() { m_trail.home(); }
    /// From the first page and from a fixed card it leads on to the tiles; anywhere else the place stays.
    void chooseLanguage(std::string tag);
    void setTextSize(int size); ///< 1 to 4; others are taken as the nearest
    void chooseLook(Look look) { m_look = look; }
    void setReach(bool reach) { m_reach = reach; }
    void setSpeechSpeed(int step);  ///< 1 to 7; others are taken as the nearest
    void setSpeechVolume(int step); ///< 1 to 7; others are taken as the nearest
    void setSpeaksAloud(bool aloud) { m_speaksAloud = aloud; }
    /// What the release says; also what the next visit begins with.
    void setDefaultLanguage(std::string tag);

    /// Clear screen: the visit is gone and the cover stands there.
    void clear();
    /// Ends the visit and shows the first page.
    void end();
    /// Leaves the cover for the first page. Nothing leads back to what was before.
    void uncover() { m_covered = false; }

private:
    std::string m_defaultLanguage;
    Trail m_trail;
    std::string m_language;
    int m_textSize = defaultTextSize;
    Look m_look = Look::Light;
    bool m_reach = false;
    int m_speechSpeed = defaultSpeechSpeed;
    int m_speechVolume = defaultSpeechVolume;
    bool m_speaksAloud = false;
    bool m_covered = false;
    bool m_explained = false; ///< Clear screen has been explained in this visit
    Place m_next;             ///< where goOn leads
    Idle m_idle;
    SlipChoice m_slip;
};

} // namespace porchlight::visit
