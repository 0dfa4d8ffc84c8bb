// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/engine.h"

#include <pulse/mainloop.h>

#include <csignal>

#include <sys/eventfd.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace porchlight::playback {

namespace {

constexpr auto farewell = 200ms;

/// One turn, at most until then.
void turn(pa_mainloop *loop, std::optional<Player::Clock::time_point> until)
{
    int limit = -1;
    if (until) {
        const auto left = std::chrono::ceil<std::chrono::microseconds>(*until - Player::Clock::now());
        limit = static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000'000));
    }
    if (pa_mainloop_prepare(loop, limit) >= 0 && pa_mainloop_poll(loop) >= 0)
        pa_mainloop_dispatch(loop);
}

} // namespace

Engine::Engine(std::vector<std::string> sinks, Player::Tell tell)
    : m_sinks(std::move(sinks)), m_tell(std::move(tell)), m_loop(pa_mainloop_new()),
      m_bell(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    // Not pa_mainloop_wakeup: the loop forgets it when it comes just before the next turn, and an order would wait for
    // whatever happens then. The bell rings until the loop has heard it.
    pa_mainloop_api *api = pa_mainloop_get_api(m_loop);
    api->io_new(
        api, m_bell, PA_IO_EVENT_INPUT,
        [](pa_mainloop_api *, pa_io_event *, int bell, pa_io_event_flags_t, void *) {
            eventfd_t rung = 0;
            eventfd_read(bell, &rung);
        },
        nullptr);
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // signals are the program's business
    m_thread = std::jthread([this](std::stop_token quit) { run(std::move(quit)); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Engine::~Engine()
{
    m_thread.request_stop();
    ring();
    m_thread.join();
    pa_mainloop_free(m_loop);
    close(m_bell);
}

void Engine::post(Order order)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_orders.push_back(std::move(order));
    }
    ring();
}

void Engine::ring() const
{
    eventfd_write(m_bell, 1);
}

void Engine::obey(Player &player)
{
    std::vector<Order> orders;
    {
        const std::scoped_lock lock(m_mutex);
        orders.swap(m_orders);
    }
    for (const Order &order : orders)
        order(player);
}

void Engine::run(std::stop_token quit)
{
    Player player(pa_mainloop_get_api(m_loop), m_sinks, m_tell);
    while (!quit.stop_requested()) {
        obey(player);
        turn(m_loop, player.deadline());
        if (player.deadline() && Player::Clock::now() >= *player.deadline())
            player.giveUp();
    }
    obey(player);
    player.setSink({});
    const auto end = Player::Clock::now() + farewell;
    while (player.isBusy() && Player::Clock::now() < end)
        turn(m_loop, end);
}

} // namespace porchlight::playback
