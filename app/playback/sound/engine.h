// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/sound/player.h"

#include <mutex>
#include <thread>

struct pa_mainloop;

namespace porchlight::playback {

/// The thread on which the server is spoken to. Whoever posts never waits for it.
class Engine {
public:
    using Order = std::function<void(Player &)>;

    /// `tell` is called on the engine's thread.
    Engine(std::vector<std::string> sinks, Player::Tell tell);
    /// Silence, and the sinks muted where the server still listens; waits for that a fraction of a second at most.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    void post(Order order);

private:
    void run(std::stop_token quit);
    void obey(Player &player);
    void ring() const; ///< ends the turn of the loop, now or as soon as it begins

    std::vector<std::string> m_sinks;
    Player::Tell m_tell;
    pa_mainloop *m_loop;
    int m_bell;
    std::mutex m_mutex;
    std::vector<Order> m_orders;
    std::jthread m_thread;
};

} // namespace porchlight::playback
