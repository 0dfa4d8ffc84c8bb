// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

struct pa_context;
struct pa_mainloop_api;

namespace porchlight::playback {

/// The connection to the sound server, and the mute of the sinks. On the loop's thread only.
class Link {
public:
    struct Ears {
        std::function<void()> ready; ///< from open()
        std::function<void()> lost;  ///< no server, or it ended; closed already
    };

    /// `sinks`: those that are muted as soon as there is a connection, before anything else is asked.
    Link(pa_mainloop_api *loop, std::vector<std::string> sinks, Ears ears);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    /// Unless it is open or opening, ready() or lost() follows, perhaps at once, perhaps never: a server that hangs.
    void open();
    void close();
    [[nodiscard]] bool isReady() const;
    /// What was asked for has not all gone out to the server.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] pa_context *context() const { return m_context; }
    void mute(const std::string &sink);
    void muteAll();

private:
    void stateChanged();

    pa_mainloop_api *m_loop;
    std::vector<std::string> m_sinks;
    Ears m_ears;
    pa_context *m_context = nullptr;
};

} // namespace porchlight::playback
