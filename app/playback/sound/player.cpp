// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/player.h"

#include <pulse/context.h>
#include <pulse/error.h>
#include <pulse/introspect.h>
#include <pulse/operation.h>
#include <pulse/stream.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace porchlight::playback {

namespace {

constexpr auto patience = 3s;
constexpr std::size_t tail =
    sampleRate / 1000 * 70; // what a server may still hold back when it says that all was played
constexpr std::size_t lead = sampleRate / 1000 * 30; // a sink that was muted may swallow so much
constexpr std::size_t remembered = 2 * sampleRate;   // more than any server holds back
constexpr pa_sample_spec form = {PA_SAMPLE_S16NE, sampleRate, 1};

std::uint32_t bytesIn(pa_usec_t microseconds)
{
    return static_cast<std::uint32_t>(pa_usec_to_bytes(microseconds, &form));
}

void release(pa_operation *sent)
{
    if (sent)
        pa_operation_unref(sent);
}

Player *from(void *self)
{
    return static_cast<Player *>(self);
}

} // namespace

Player::Player(pa_mainloop_api *loop, std::vector<std::string> sinks, Tell tell)
    : m_tell(std::move(tell)), m_link(loop, std::move(sinks), {[this] { linked(); }, [this] { lost(); }})
{
}

Player::~Player()
{
    step(nullptr);
    closeStream();
}

void Player::setSink(const std::string &sink)
{
    stop();
    m_sink = sink;
    m_link.muteAll();
}

void Player::play(int id, std::vector<Reading::Piece> pieces)
{
    stop();
    m_id = id;
    m_tail = tail;
    m_reading = std::make_unique<Reading>(std::move(pieces), [this] { m_tell(m_id, Event::BadClip); });
    if (m_sink.empty())
        fail(Event::NoSink);
    else
        begin();
}

void Player::stop()
{
    enter(Phase::Idle);
    closeStream();
    m_reading.reset();
    m_unheard.clear();
}

void Player::begin()
{
    enter(Phase::Connecting);
    m_resumeAsked = false;
    if (m_link.isReady())
        look();
    else
        m_link.open();
}

/// All sinks are being muted.
void Player::linked()
{
    m_owesMute = false;
    if (m_phase == Phase::Connecting)
        look();
    else
        enter(m_phase);
}

void Player::lost()
{
    if (m_phase != Phase::Idle && m_phase != Phase::Paused)
        return fail(Event::NoServer);
    closeStream();
    enter(m_phase);
}

void Player::look()
{
    enter(Phase::Looking);
    m_sinkFound = false;
    step(pa_context_get_sink_info_by_name(
        m_link.context(), m_sink.c_str(),
        [](pa_context *, const pa_sink_info *info, int end, void *self) {
            from(self)->sinkSeen(info && from(self)->named(info->name), end != 0, end < 0);
        },
        this));
}

void Player::sinkSeen(bool found, bool last, bool failed)
{
    m_sinkFound = m_sinkFound || found;
    if (!last)
        return;
    if (failed && pa_context_errno(m_link.context()) != PA_ERR_NOENTITY)
        fail(Event::NoServer);
    else if (!m_sinkFound)
        fail(Event::NoSink);
    else
        openStream();
}

void Player::openStream()
{
    enter(Phase::Opening);
    m_stream = pa_stream_new(m_link.context(), "porchlight", &form, nullptr); // says nothing of what is said
    if (!m_stream)
        return fail(Event::NoServer);
    m_written = 0;
    m_recent.clear();
    pa_stream_set_state_callback(
        m_stream, [](pa_stream *, void *self) { from(self)->streamChanged(); }, this);
    pa_stream_set_write_callback(
        m_stream, [](pa_stream *, std::size_t bytes, void *self) { from(self)->write(bytes); }, this);
    const auto whatever = static_cast<std::uint32_t>(-1);
    const pa_buffer_attr buffer = {whatever, bytesIn(70'000), bytesIn(10'000), bytesIn(20'000), whatever};
    const auto flags = static_cast<pa_stream_flags_t>(PA_STREAM_DONT_MOVE | PA_STREAM_START_CORKED |
                                                      PA_STREAM_START_UNMUTED | PA_STREAM_ADJUST_LATENCY);
    if (pa_stream_connect_playback(m_stream, m_sink.c_str(), &buffer, flags, nullptr, nullptr) < 0)
        fail(Event::NoServer);
}

void Player::streamChanged()
{
    switch (pa_stream_get_state(m_stream)) {
    case PA_STREAM_READY:
        // Some servers take another sink where the one asked for has just gone.
        if (!named(pa_stream_get_device_name(m_stream)))
            return fail(Event::NoSink);
        return unmute();
    case PA_STREAM_FAILED:
    case PA_STREAM_TERMINATED: {
        const int why = pa_context_errno(m_link.context());
        return fail(why == PA_ERR_NOENTITY || why == PA_ERR_KILLED ? Event::NoSink : Event::NoServer);
    }
    default:
        break;
    }
}

void Player::unmute()
{
    enter(Phase::Unmuting);
    m_owesMute = true;
    step(pa_context_set_sink_mute_by_name(
        m_link.context(), m_sink.c_str(), 0,
        [](pa_context *, int done, void *self) { done ? from(self)->uncork() : from(self)->fail(Event::NoSink); },
        this));
}

void Player::uncork()
{
    enter(Phase::Playing);
    m_unheard.insert(m_unheard.begin(), lead, Sample{0});
    write(pa_stream_writable_size(m_stream));
    if (m_stream)
        release(pa_stream_cork(m_stream, 0, nullptr, nullptr));
}

/// The server has room for some more.
void Player::write(std::size_t bytes)
{
    if (m_phase != Phase::Playing)
        return;
    enter(Phase::Playing); // it lives
    std::vector<Sample> some(std::min<std::size_t>(bytes, bytesIn(500'000)) / sizeof(Sample));
    const std::size_t again = std::min(some.size(), m_unheard.size());
    std::copy_n(m_unheard.begin(), again, some.begin());
    m_unheard.erase(m_unheard.begin(), m_unheard.begin() + static_cast<std::ptrdiff_t>(again));
    std::size_t count = again + m_reading->read(std::span(some).subspan(again), m_manner);
    const std::size_t quiet = std::min(m_tail, some.size() - count); // `some` holds silence already
    m_tail -= quiet;
    count += quiet;
    if (count > 0 && pa_stream_write(m_stream, some.data(), count * sizeof(Sample), nullptr, 0, PA_SEEK_RELATIVE) < 0)
        return fail(Event::NoServer);
    m_written += count;
    m_recent.insert(m_recent.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
    if (m_recent.size() > remembered)
        m_recent.erase(m_recent.begin(), m_recent.end() - static_cast<std::ptrdiff_t>(remembered));
    if (count < some.size())
        drain();
}

void Player::drain()
{
    enter(Phase::Draining);
    step(pa_stream_drain(
        m_stream,
        [](pa_stream *, int done, void *self) { done ? from(self)->finish() : from(self)->fail(Event::NoServer); },
        this));
}

void Player::finish()
{
    const int id = m_id;
    stop();
    m_tell(id, Event::Finished);
}

void Player::pause()
{
    m_resumeAsked = false;
    switch (m_phase) {
    case Phase::Playing:
    case Phase::Draining:
        enter(Phase::Pausing);
        release(pa_stream_cork(m_stream, 1, nullptr, nullptr));
        m_link.mute(m_sink);
        step(pa_stream_update_timing_info(
            m_stream,
            [](pa_stream *, int done, void *self) {
                done ? from(self)->measured() : from(self)->fail(Event::NoServer);
            },
            this));
        break;
    case Phase::Connecting:
    case Phase::Looking:
    case Phase::Opening:
    case Phase::Unmuting: // nothing was written yet
        enter(Phase::Paused);
        closeStream();
        break;
    case Phase::Idle:
    case Phase::Pausing:
    case Phase::Paused:
        break;
    }
}

/// What had been written and not heard comes first when it goes on.
void Player::measured()
{
    const pa_timing_info *timing = pa_stream_get_timing_info(m_stream);
    // A corked stream takes back what its sink has not played yet: what is read for good has been heard.
    const std::int64_t heard = timing ? timing->read_index / static_cast<std::int64_t>(sizeof(Sample)) : 0;
    const auto unheard = std::clamp<std::int64_t>(static_cast<std::int64_t>(m_written) - heard, 0,
                                                  static_cast<std::int64_t>(m_recent.size()));
    m_unheard.insert(m_unheard.begin(), m_recent.end() - unheard, m_recent.end());
    const bool goOn = m_resumeAsked;
    enter(Phase::Paused);
    closeStream();
    if (goOn)
        begin();
}

void Player::resume()
{
    if (m_phase == Phase::Paused)
        begin();
    else if (m_phase == Phase::Pausing)
        m_resumeAsked = true;
}

void Player::fail(Event event)
{
    const int id = m_id;
    if (event == Event::NoServer) {
        m_link.mute(m_sink); // the last word to a server that may only be slow
        stop();
        m_link.close();
        enter(Phase::Idle);
    } else {
        stop();
    }
    m_tell(id, event);
}

void Player::giveUp()
{
    if (m_phase != Phase::Idle && m_phase != Phase::Paused)
        return fail(Event::NoServer);
    m_link.close();
    m_link.open();
    enter(m_phase);
}

void Player::closeStream()
{
    if (!m_stream)
        return;
    pa_stream_set_state_callback(m_stream, nullptr, nullptr);
    pa_stream_set_write_callback(m_stream, nullptr, nullptr);
    m_link.mute(m_sink);
    if (pa_stream_get_state(m_stream) == PA_STREAM_READY) {
        release(pa_stream_cork(m_stream, 1, nullptr, nullptr));
        release(pa_stream_flush(m_stream, nullptr, nullptr));
    }
    pa_stream_disconnect(m_stream);
    pa_stream_unref(m_stream);
    m_stream = nullptr;
}

/// Drops the answer that was waited for. Where the server has its turn, it has it for as long as our patience lasts;
/// one that went away while its sink was open is looked for until it is muted.
void Player::enter(Phase phase)
{
    if (phase != m_phase)
        step(nullptr);
    m_phase = phase;
    const bool atRest = phase == Phase::Idle || phase == Phase::Paused;
    if (!atRest || (m_owesMute && !m_link.isReady()))
        m_deadline = Clock::now() + patience;
    else
        m_deadline.reset();
}

void Player::step(pa_operation *operation)
{
    if (m_step) {
        pa_operation_cancel(m_step);
        pa_operation_unref(m_step);
    }
    m_step = operation;
}

} // namespace porchlight::playback
