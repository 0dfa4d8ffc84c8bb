// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "print/printer.h"
#include "programs/porchlight-tour/stops.h"
#include "programs/porchlight/composition.h"

#include <QJsonArray>
#include <QStringList>

#include <atomic>

namespace porchlight::programs {

struct TourPlan {
    QString folder;        ///< empty: no pictures
    QStringList languages; ///< empty: all
    QList<QSize> sizes;
    QList<int> textSizes;
    QStringList looks; ///< "light", "dark", "contrast"
    QStringList pages; ///< only those whose name begins so; empty: all
    Options kiosk;     ///< root and built-in release
    QSizeF screenMm;
    bool check = false;   ///< look for faults
    bool speech = false;  ///< look for what one who listens would miss
    QStringList allParts; ///< languages in which more than the first part of a page is checked; empty: all
    bool rings = false;   ///< check the ring of every control in these too
};

/// Walks the real kiosk through every page, with a clock that stands still and a printer that does as it is told.
class Tour {
public:
    explicit Tour(TourPlan plan) : m_plan(std::move(plan)) {}

    /// False when the kiosk could not be opened or a picture not be written.
    bool walk();
    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    [[nodiscard]] const QJsonArray &controls() const { return m_controls; }
    /// What is said, each once, as it stands in the file for it.
    [[nodiscard]] const QStringList &spoken() const { return m_spoken; }
    [[nodiscard]] int pictures() const { return m_pictures; }

private:
    bool walkSize(const QSize &size);
    bool walkLanguage(const QString &tag);
    bool look(const Stop &stop, const QString &folder, const QString &tag);
    [[nodiscard]] bool allParts(const QString &tag) const;
    /// From the first page to a number to call, by touch.
    void countTaps(const QString &tag);
    void checkSpeech(const QString &name);
    void checkFocus(const QString &name);
    void blame(const QString &name, const QStringList &faults);
    void check(const Stop &stop, const QString &name, const QImage &picture);
    [[nodiscard]] bool wants(const Stop &stop) const;

    TourPlan m_plan;
    content::FrozenClock m_clock{content::SystemClock().today()};
    std::atomic<print::PrintState> m_printState{print::PrintState::GettingReady};
    Composition *m_kiosk = nullptr;
    QString m_variant; ///< "1080x1920-light-2"
    playback::Voices m_voices;
    QStringList m_spoken; ///< lines of the file
    QStringList m_faults;
    QJsonArray m_controls;
    int m_pictures = 0;
};

} // namespace porchlight::programs
