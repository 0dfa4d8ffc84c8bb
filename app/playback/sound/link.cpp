// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/link.h"

#include <pulse/context.h>
#include <pulse/introspect.h>
#include <pulse/operation.h>

#include <cstdlib>

namespace porchlight::playback {

namespace {

constexpr const char *homeOfServer = "unix:/run/porchlight-sound/native";

} // namespace

Link::Link(pa_mainloop_api *loop, std::vector<std::string> sinks, Ears ears)
    : m_loop(loop), m_sinks(std::move(sinks)), m_ears(std::move(ears))
{
}

Link::~Link()
{
    close();
}

void Link::open()
{
    if (m_context)
        return;
    m_context = pa_context_new(m_loop, "porchlight");
    if (!m_context)
        return m_ears.lost();
    // Without a cookie the library would make one and write it to ~/.config. Who may connect is decided by the socket.
    pa_context_load_cookie_from_file(m_context, "/dev/zero");
    pa_context_set_state_callback(
        m_context, [](pa_context *, void *self) { static_cast<Link *>(self)->stateChanged(); }, this);
    // Never the library's own choice of a server: it makes folders while it looks for one.
    const char *server = std::getenv("PULSE_SERVER") ? nullptr : homeOfServer;
    if (pa_context_connect(m_context, server, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0 && m_context) {
        close();
        m_ears.lost();
    }
}

void Link::close()
{
    if (!m_context)
        return;
    pa_context_set_state_callback(m_context, nullptr, nullptr);
    pa_context_disconnect(m_context);
    pa_context_unref(m_context);
    m_context = nullptr;
}

bool Link::isReady() const
{
    return m_context && pa_context_get_state(m_context) == PA_CONTEXT_READY;
}

bool Link::isBusy() const
{
    return isReady() && pa_context_is_pending(m_context);
}

void Link::stateChanged()
{
    switch (pa_context_get_state(m_context)) {
    case PA_CONTEXT_READY:
        muteAll();
        m_ears.ready();
        break;
    case PA_CONTEXT_FAILED:
    case PA_CONTEXT_TERMINATED:
        close();
        m_ears.lost();
        break;
    default:
        break;
    }
}

void Link::mute(const std::string &sink)
{
    if (!isReady())
        return;
    if (pa_operation *sent = pa_context_set_sink_mute_by_name(m_context, sink.c_str(), 1, nullptr, nullptr))
        pa_operation_unref(sent);
}

void Link::muteAll()
{
    for (const std::string &sink : m_sinks)
        mute(sink);
}

} // namespace porchlight::playback
