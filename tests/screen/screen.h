// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "programs/porchlight-tour/walk.h"
#include "programs/porchlight/composition.h"

#include <QElapsedTimer>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QQuickWindow>

#include <atomic>
#include <chrono>
#include <memory>

class QPointingDevice;

namespace porchlight::screen {

/// The real kiosk on a screen in memory: a clock that stands still and a printer that does as it is told.
class Screen {
public:
    /// `builtIn`: folder of the release. With `motion`, pages slide as they do in production.
    Screen(QSize size, const std::filesystem::path &builtIn, bool motion);
    ~Screen();

    /// False when the content does not open.
    bool start();

    [[nodiscard]] viewmodels::Kiosk &kiosk() { return m_composition->kiosk(); }
    [[nodiscard]] viewmodels::Library &library() { return m_composition->library(); }
    [[nodiscard]] viewmodels::VisitView &visit() { return kiosk().view(); }
    [[nodiscard]] QQuickWindow &window() { return *m_composition->window(); }
    [[nodiscard]] programs::ScriptedKiosk scripted() { return {*m_composition, m_clock, m_printState}; }
    /// Prints that have been begun and not given up.
    [[nodiscard]] int printing() const { return m_printing; }

    void setMotion(bool motion) { window().setProperty("motion", motion); }
    void printerIs(print::PrintState state) { m_printState = state; }

    void fingerDown(QPointF at);
    void fingerUp(QPointF at);
    void tap(QPointF at);
    void key(Qt::Key key);
    /// The injected clock moves on, and the idle timer looks at it.
    void timePasses(std::chrono::milliseconds by);

    /// Runs the event loop for so long, in real time.
    static void turn(std::chrono::milliseconds time);
    /// Until no frame has been drawn for `quiet`.
    void rest(std::chrono::milliseconds quiet = std::chrono::milliseconds{30});
    /// Begins a visit in this language, at the tiles.
    bool begin(const QString &language);
    /// What has been flushed to the screen last.
    [[nodiscard]] QImage shown();

private:
    content::FrozenClock m_clock{content::SystemClock().today()};
    std::atomic<print::PrintState> m_printState{print::PrintState::GettingReady};
    std::atomic<int> m_printing{0};
    std::unique_ptr<QPointingDevice> m_finger;
    std::unique_ptr<programs::Composition> m_composition;
    QElapsedTimer m_lastFrame;
};

/// The same picture. Qt draws the largest letters as outlines, and rounds their edges otherwise when it redraws a part
/// of the window only: a few steps of 255, which nobody sees.
bool isAlike(const QImage &one, const QImage &other);

/// Every frame from its making on, as it stands on the screen.
class FrameRecorder {
public:
    explicit FrameRecorder(Screen &screen);
    ~FrameRecorder() { QObject::disconnect(m_connection); }
    FrameRecorder(const FrameRecorder &) = delete;
    FrameRecorder &operator=(const FrameRecorder &) = delete;

    struct Frame {
        double milliseconds; ///< since the recorder was made
        QImage picture;
    };
    [[nodiscard]] const QList<Frame> &frames() const { return m_frames; }
    /// The number, from 1, of the first frame from which on all are `wanted`; 0: the last one is not.
    [[nodiscard]] int firstOf(const QImage &wanted) const;

private:
    QElapsedTimer m_timer;
    QList<Frame> m_frames;
    double m_looking = 0; ///< time spent on pictures, which the kiosk would not spend
    QMetaObject::Connection m_connection;
};

} // namespace porchlight::screen
