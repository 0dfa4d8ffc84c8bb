// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/sound/link.h"
#include "playback/sound/reading.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

struct pa_operation;
struct pa_stream;

namespace porchlight::playback {

/// Says one passage at a time into one sink, which is unmuted only meanwhile. On the loop's thread only; nothing here
/// waits. A passage has a stream of its own, which the server may never move to another sink.
class Player {
public:
    using Clock = std::chrono::steady_clock;
    enum class Event { Finished, NoServer, NoSink, BadClip };
    using Tell = std::function<void(int id, Event)>;

    Player(pa_mainloop_api *loop, std::vector<std::string> sinks, Tell tell);
    ~Player();
    Player(const Player &) = delete;
    Player &operator=(const Player &) = delete;

    /// Empty: nowhere. Drops what plays.
    void setSink(const std::string &sink);
    void play(int id, std::vector<Reading::Piece> pieces);
    void stop();
    void pause();
    void resume();
    void setManner(const Manner &manner) { m_manner = manner; }

    /// When giveUp() is due, if the server has not moved by then.
    [[nodiscard]] std::optional<Clock::time_point> deadline() const { return m_deadline; }
    void giveUp();
    /// What was asked for has not all gone out to the server.
    [[nodiscard]] bool isBusy() const { return m_link.isBusy(); }

private:
    enum class Phase {
        Idle,
        Connecting,
        Looking, ///< for the sink
        Opening, ///< the stream
        Unmuting,
        Playing,
        Draining, ///< all is written, not all heard
        Pausing,  ///< silent; asking how much was heard
        Paused,
    };

    void begin();
    void linked();
    void lost();
    void look();
    void sinkSeen(bool found, bool last, bool failed);
    void openStream();
    void streamChanged();
    void unmute();
    void uncork();
    void write(std::size_t bytes);
    void drain();
    void measured();
    void finish();
    void fail(Event event);
    void closeStream();
    void enter(Phase phase);
    void step(pa_operation *operation);
    [[nodiscard]] bool named(const char *sink) const { return sink && m_sink == sink; }

    Tell m_tell;
    Link m_link;
    std::string m_sink;
    Manner m_manner;
    int m_id = 0;
    std::unique_ptr<Reading> m_reading;
    std::deque<Sample> m_unheard; ///< was written when the pause came: to be said first
    std::deque<Sample> m_recent;  ///< the end of what this stream was given
    std::size_t m_written = 0;    ///< samples this stream was given
    std::size_t m_tail = 0;       ///< samples of silence that follow the last one
    pa_stream *m_stream = nullptr;
    pa_operation *m_step = nullptr; ///< the one answer that is waited for
    Phase m_phase = Phase::Idle;
    bool m_sinkFound = false;
    bool m_resumeAsked = false;
    bool m_owesMute = false; ///< a sink was opened, and the server may have gone before it was muted
    std::optional<Clock::time_point> m_deadline;
};

} // namespace porchlight::playback
