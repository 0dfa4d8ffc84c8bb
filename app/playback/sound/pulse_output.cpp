// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/pulse_output.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace porchlight::playback {

namespace {

std::vector<std::string> namesOf(const Sinks &sinks)
{
    std::vector<std::string> names;
    for (const QString &name : {sinks.privateOne, sinks.loudspeaker})
        if (!name.isEmpty())
            names.push_back(name.toStdString());
    return names;
}

std::vector<Reading::Piece> piecesOf(const Passage &passage)
{
    std::vector<Reading::Piece> pieces;
    for (const Passage::Piece &piece : passage.pieces)
        pieces.push_back({QFile::encodeName(piece.file).toStdString(),
                          static_cast<std::size_t>(std::max(0, piece.silence)) * (sampleRate / 1000)});
    return pieces;
}

} // namespace

PulseOutput::PulseOutput(const Sinks &sinks, QObject *parent)
    : SoundOutput(parent), m_sinks(sinks),
      m_engine(std::make_unique<Engine>(namesOf(sinks), [this](int id, Player::Event event) {
          QMetaObject::invokeMethod(
              this, [this, id, event] { heard(id, event); }, Qt::QueuedConnection);
      }))
{
}

PulseOutput::~PulseOutput() = default;

QString PulseOutput::sinkOf(Route route) const
{
    switch (route) {
    case Route::Private:
        return m_sinks.privateOne;
    case Route::Loudspeaker:
        return m_sinks.loudspeaker;
    case Route::Closed:
        break;
    }
    return {};
}

void PulseOutput::setRoute(Route route)
{
    if (route == m_route)
        return;
    m_route = route;
    m_current.reset();
    m_engine->post([sink = sinkOf(route).toStdString()](Player &player) { player.setSink(sink); });
}

void PulseOutput::play(int id, const Passage &passage)
{
    m_current = id;
    m_engine->post([id, pieces = piecesOf(passage)](Player &player) { player.play(id, pieces); });
}

void PulseOutput::stop()
{
    m_current.reset();
    m_engine->post([](Player &player) { player.stop(); });
}

void PulseOutput::pause()
{
    m_engine->post([](Player &player) { player.pause(); });
}

void PulseOutput::resume()
{
    m_engine->post([](Player &player) { player.resume(); });
}

void PulseOutput::setSpeed(double times)
{
    m_manner.speed = static_cast<float>(std::clamp(times, 0.5, 2.0));
    m_engine->post([manner = m_manner](Player &player) { player.setManner(manner); });
}

void PulseOutput::setVolume(double decibels)
{
    m_manner.gain = static_cast<float>(std::pow(10.0, std::clamp(decibels, -6.0, 12.0) / 20.0));
    m_engine->post([manner = m_manner](Player &player) { player.setManner(manner); });
}

/// What the engine told before it knew of a stop or of another passage is dropped here.
void PulseOutput::heard(int id, Player::Event event)
{
    if (m_current != id)
        return;
    if (event != Player::Event::BadClip)
        m_current.reset();
    switch (event) {
    case Player::Event::Finished:
        Q_EMIT finished(id);
        break;
    case Player::Event::NoServer:
        Q_EMIT failed(id, Failure::NoServer);
        break;
    case Player::Event::NoSink:
        Q_EMIT failed(id, Failure::NoSink);
        break;
    case Player::Event::BadClip:
        Q_EMIT failed(id, Failure::BadClip);
        break;
    }
}

} // namespace porchlight::playback
